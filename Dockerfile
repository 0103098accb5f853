# The app without training and without CUDA: docker build -t seqdemo . && docker run --rm -p 7860:7860 --read-only --tmpfs /tmp seqdemo
FROM python:3.12-slim AS built
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.lock .
# PyPI's torch brings 3 GB of CUDA, so its CPU build comes from PyTorch's own index; all else is held to its hash.
RUN python -m venv /venv \
    && /venv/bin/pip install --no-deps --index-url https://download.pytorch.org/whl/cpu \
        "$(grep --only-matching '^torch==[^ ;]*' requirements.lock)" \
    && awk '/^[a-z]/ { gpu = /^(torch|torchvision|triton|cuda-[a-z]+|nvidia-[a-z0-9-]+)==/ } !gpu' requirements.lock > app.lock \
    && /venv/bin/pip install --no-deps --require-hashes -r app.lock

FROM python:3.12-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --no-create-home seqdemo
COPY --from=built /venv /venv
WORKDIR /app
COPY . .
USER 1000
# Only /tmp is written to, and nothing is asked of another host.
ENV GRADIO_SERVER_NAME=0.0.0.0 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 \
    HOME=/tmp GRADIO_TEMP_DIR=/tmp/gradio HF_HUB_OFFLINE=1 GRADIO_ANALYTICS_ENABLED=False
EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["/venv/bin/python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:7860/health', timeout=4)"]
CMD ["/venv/bin/python", "app.py"]
