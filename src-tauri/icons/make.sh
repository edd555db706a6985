#!/bin/sh
# Draws the bitmaps that the windows and packages need from icon.svg; needs ImageMagick with librsvg.
set -eu
cd "$(dirname "$0")"
draw() { convert -background none -density 384 icon.svg -resize "$1x$1" "PNG32:$2"; }
draw 512 icon.png
draw 256 128x128@2x.png
draw 128 128x128.png
draw 32 32x32.png
convert -background none -density 384 icon.svg -define icon:auto-resize=256,64,48,32,16 icon.ico
