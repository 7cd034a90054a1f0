"""Draws the films of the demo: python3 make.py (needs numpy and ffmpeg). Every picture and sound is computed here."""
import subprocess
import numpy as np

RATE = 15


def film(name, size, seconds, draw, sound, quality=34):
    """Draws at a third of the size, lets ffmpeg enlarge, adds the sound."""
    width, height = size[0] // 3, size[1] // 3
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = (x / width - 0.5) * width / height, y / height
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(RATE), "-i", "-"]
    ears = ["-f", "lavfi", "-i", f"{sound},afade=t=in:d=3,afade=t=out:st={seconds - 4}:d=4,atrim=0:{seconds}"]
    picture = ["-vf", f"scale={size[0]}:{size[1]}:flags=bicubic", "-c:v", "libx264", "-profile:v", "high", "-crf", str(quality),
               "-preset", "slower", "-g", str(RATE * 4), "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "28k", "-ac", "1"]
    end = ["-t", str(seconds), "-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart", name]
    pen = subprocess.Popen(["ffmpeg", "-v", "error", "-y", *source, *ears, *picture, *end], stdin=subprocess.PIPE)
    for number in range(seconds * RATE):
        at = number / RATE
        frame = draw(u, v, at, at / seconds) * min(1, at / 2.5, (seconds - at) / 3 + 0.02)
        pen.stdin.write((np.clip(frame, 0, 1) * 255 + 0.5).astype(np.uint8).tobytes())
    pen.stdin.close()
    if pen.wait() != 0:
        raise SystemExit(name)


def mix(one, other, part):
    part = np.clip(part, 0, 1)[..., None]
    return np.array(one, np.float32) * (1 - part) + np.array(other, np.float32) * part


def glow(u, v, at, radius):
    return np.exp(-((u - at[0]) ** 2 + (v - at[1]) ** 2) / radius**2)


def spot(frame, u, v, at, radius, tint, tail=None):
    """A small light, drawn only where it shines; with a tail, its streak below or above."""
    columns = np.flatnonzero(np.abs(u[0] - at[0]) < radius * 3)
    if len(columns) == 0:
        return
    left, right = columns[0], columns[-1] + 1
    rows = np.flatnonzero(np.abs(v[:, 0] - at[1]) < radius * 3) if tail is None else np.arange(len(v))
    if len(rows) == 0:
        return
    area = (slice(rows[0], rows[-1] + 1), slice(left, right))
    light = glow(u[area], v[area], at, radius) if tail is None else tail(u[area], v[area])
    frame[area] += light[..., None] * np.array(tint)


def tide(u, v, t, done):
    """Dawn over the sea."""
    sun = 0.66 - 0.34 * done
    sky = mix((0.06, 0.13, 0.24), (0.93, 0.62, 0.42), v**1.6 * (0.55 + 0.75 * done))
    sky += glow(u, v, (0.22, sun), 0.34)[..., None] * np.array((0.5, 0.3, 0.12)) * (0.4 + done)
    disc = np.clip((0.052 - np.hypot(u - 0.22, v - sun)) * 90, 0, 1)
    sky = sky * (1 - disc[..., None]) + disc[..., None] * np.array((1.0, 0.91, 0.72))
    depth = np.clip((v - 0.58) / 0.42, 0.001, 1)
    wave = np.sin(38 / (depth + 0.12) + t * 1.3 + 2.2 * np.sin(u * 5 / (depth + 0.25) + t * 0.4))
    sea = mix((0.62, 0.45, 0.36), (0.03, 0.16, 0.22), depth * 1.5) * (0.6 + 0.4 * done) + wave[..., None] * 0.035
    path = np.exp(-(((u - 0.22) / (0.05 + depth * 0.26)) ** 2)) * np.clip(wave, 0, 1) * done
    sea += path[..., None] * np.array((0.75, 0.52, 0.3))
    return np.where((v > 0.58)[..., None], sea, sky)


LAMPS = np.random.default_rng(7).uniform((-1.1, 0.36, 0.4), (1.1, 0.55, 1), (22, 3))


def harbour(u, v, t, done):
    """A harbour at night, its lamps in the water, a beam that turns."""
    frame = mix((0.02, 0.05, 0.1), (0.07, 0.14, 0.2), v)
    hill = 0.45 + 0.06 * np.sin(u * 2.3 + 1) + 0.03 * np.sin(u * 6.1)
    frame = np.where(((v > hill) & (v < 0.58))[..., None], np.array((0.015, 0.03, 0.05)), frame)
    turn = np.abs(((t * 0.16 + u * 0.12) % 1.0) - 0.5)
    beam = np.exp(-((turn / 0.05) ** 2)) * np.exp(-(((v - 0.4) / (0.03 + 0.1 * np.abs(u + 0.8))) ** 2))
    frame = frame + beam[..., None] * np.array((0.34, 0.33, 0.26))
    for x, y, power in LAMPS:
        lit = power * (0.8 + 0.2 * np.sin(t * power * 1.7 + x * 40))
        spot(frame, u, v, (x, y), 0.012, (lit, 0.78 * lit, 0.42 * lit))

        def water(a, b, x=x):
            sway = x + 0.012 * np.sin(b * 60 + t * 1.4 + x * 9)
            return np.exp(-(((a - sway) / 0.012) ** 2)) * np.exp(-((b - 0.6) / 0.16)) * (b > 0.58)

        spot(frame, u, v, (x, y), 0.016, (0.45 * lit, 0.3 * lit, 0.15 * lit), water)
    return frame


DROPS = np.random.default_rng(3).uniform((-0.28, 0, 0.02), (0.28, 1, 0.09), (26, 3))


def rain(u, v, t, done):
    """Rain on a window, a street behind it."""
    frame = mix((0.05, 0.1, 0.14), (0.2, 0.22, 0.24), v)
    for place in range(7):
        x = ((place * 0.31 + t * (0.012 + place * 0.004)) % 0.9) - 0.45
        tint = np.array((0.8, 0.42, 0.2)) if place % 2 else np.array((0.25, 0.5, 0.55))
        frame += (glow(u, v, (x, 0.45 + 0.07 * place % 0.4), 0.11))[..., None] * tint * 0.5
    for x, start, speed in DROPS:
        y = (start + t * speed) % 1.1 - 0.05
        spot(frame, u, v, (x, y), 0.009, (0.34, 0.34, 0.34))
        spot(frame, u, v, (x, y), 0.004, (0.07, 0.07, 0.07), lambda a, b, x=x, y=y: (
            np.exp(-(((a - x) / 0.003) ** 2)) * (b < y) * np.exp(np.minimum(0, b - y) * 9)))
    return frame


def night_bus(u, v, t, done):
    """The last bus: lights pass, a seat stays."""
    frame = mix((0.03, 0.06, 0.09), (0.09, 0.12, 0.13), v)
    for place in range(5):
        x = ((place * 0.26 - t * 0.09) % 1.3) - 0.65
        band = np.exp(-(((u - x - 0.12 * (v - 0.4)) / 0.045) ** 2)) * ((v > 0.18) & (v < 0.62))
        frame += band[..., None] * np.array((0.55, 0.4, 0.2))
    frame = np.where(((np.abs(u) > 0.245) | (v < 0.16) | (v > 0.64))[..., None], frame * 0.35, frame)
    seat = np.clip((0.17 - np.hypot(u * 0.9, (v - 0.9) * 0.62)) * 40, 0, 1)
    return frame * (1 - seat[..., None]) + seat[..., None] * np.array((0.06, 0.22, 0.25))


def moonrise(u, v, t, done):
    """Roofs, one lit window, a moon that comes up."""
    moon = (0.06, 0.62 - 0.42 * done)
    frame = mix((0.03, 0.05, 0.13), (0.2, 0.24, 0.33), v) + glow(u, v, moon, 0.24)[..., None] * 0.22
    disc = np.clip((0.06 - np.hypot(u - moon[0], v - moon[1])) * 80, 0, 1)[..., None]
    frame = frame * (1 - disc) + disc * np.array((0.95, 0.93, 0.84))
    roof = 0.62 + 0.035 * np.floor(3 * np.sin(u * 9)) + 0.02 * np.floor(2 * np.sin(u * 31))
    frame = np.where((v > roof)[..., None], np.array((0.02, 0.03, 0.05)), frame)
    window = ((np.abs(u + 0.1) < 0.03) & (np.abs(v - 0.8) < 0.025))[..., None]
    lit = 0.75 + 0.25 * np.sin(t * 0.9) * np.sin(t * 2.3)
    return np.where(window, np.array((0.95, 0.7, 0.34)) * lit, frame)


SURF = "anoisesrc=c=brown:r=44100:a=0.5,tremolo=f=0.12:d=0.8,lowpass=f=900"
HUM = "aevalsrc='0.16*sin(2*PI*110*t)+0.09*sin(2*PI*164.8*t+sin(t))+0.06*sin(2*PI*220*t)*sin(0.4*t)':s=44100"
SOFT = "anoisesrc=c=pink:r=44100:a=0.16,lowpass=f=3200,highpass=f=300"

if __name__ == "__main__":
    film("tide.mp4", (1920, 1080), 72, tide, SURF, quality=38)
    film("harbour.mp4", (1920, 804), 66, harbour, HUM, quality=37)
    film("rain.mp4", (1080, 1920), 62, rain, SOFT, quality=39)
    film("night-bus.mp4", (1080, 1920), 61, night_bus, HUM)
    film("moonrise.mp4", (1080, 1920), 63, moonrise, SURF)
