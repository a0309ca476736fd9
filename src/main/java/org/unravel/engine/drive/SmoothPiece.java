package org.unravel.engine.drive;

/**
 * A part of a grid interval between neighbouring breakpoints, or all of it; inside everything is smooth.
 *
 * @param start its start, rounded to a double
 * @param rest what rounding took from the start; 0 where that is far below the length of the steps of the grid
 * @param length &gt; 0
 * @param branch a time inside, which names the piece (see {@link org.unravel.model.TimeFunction})
 * @param interval index of the grid interval that holds it
 * @param gridIndex the grid point at its end, or −1
 */
public record SmoothPiece(double start, double rest, double length, double branch, int interval, int gridIndex) {
}
