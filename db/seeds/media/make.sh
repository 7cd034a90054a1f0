#!/usr/bin/env bash
# Makes the films of the demo anew from nothing but drawn colours and noise. Needs ffmpeg with libx264.
set -euo pipefail
cd "$(dirname "$0")"
film() { # name, seconds, gradient, sound
  ffmpeg -y -loglevel error -f lavfi -i "$3:s=1920x1080:d=$2:r=12" -f lavfi -i "$4" -t "$2" \
    -vf "drawbox=x=0:y=ih*0.62:w=iw:h=2:color=0xe3b650@0.7:t=fill,vignette=PI/5,format=yuv420p" \
    -c:v libx264 -preset slow -crf 33 -g 48 -c:a aac -b:a 32k -ac 1 -movflags +faststart -map_metadata -1 "$1.mp4"
}
film low-tide 68 "gradients=c0=0x0a1f27:c1=0x0f5c6e:c2=0x7fd0cf:n=3:speed=0.006:x0=0:y0=0:x1=1920:y1=1080" \
  "anoisesrc=c=brown:a=0.25:r=32000,tremolo=f=0.12:d=0.8,lowpass=f=900"
film lamp-room 76 "gradients=c0=0x1a1206:c1=0x8f6212:c2=0xe3b650:c3=0x0c2b36:n=4:type=radial:speed=0.008:x0=960:y0=670:x1=1920:y1=0" \
  "anoisesrc=c=pink:a=0.12:r=32000,tremolo=f=0.1:d=0.6,lowpass=f=700"
