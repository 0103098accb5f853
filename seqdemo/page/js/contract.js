// @ts-check
// Written by python -m seqdemo.server.contract; change the values there.

export const MOST_STROKES = 40;
export const MOST_POINTS = 4000;
export const MOST_BOXES = 14;
export const MOST_PRINTED = 300;
export const ROWS = 28;
export const USUAL = {"thickness": 1.0, "turn": 0.0, "blur": 0.0, "noise": 0.0, "background": "black"};
export const PLAIN = {"label": null, "background": "black", "thickness": 1.0, "ink": "#ffffff"};
export const LIMITS = {"lock": ["task", "model", "letters"], "hide": ["answer", "tasks", "models", "type", "sample", "learned"]};
export const MODES = ["one", "all", "two"];
export const FUNCTIONS = ["open_page", "answer", "vary", "look_back", "write", "draw_sample", "show_learned", "show_scoreboard", "show_lesson", "show_block", "compare", "pair", "download", "show_workshop", "train", "watch_training", "answer_moments", "part_training", "use_runs", "open_letters", "open_room", "join_room", "show_phone", "act_in_room", "show_wall", "lead_room", "save_ink"];
export const CODE = {"letters": "BCDFGHJKLMNPQRSTVWXZ", "length": 4};
