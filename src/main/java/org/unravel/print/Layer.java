package org.unravel.print;

import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.XYDataset;

/**
 * One thing to be drawn of a series.
 *
 * @param depth what is behind what
 * @param points its values
 * @param renderer its look
 */
record Layer(Depth depth, XYDataset points, XYItemRenderer renderer) {

    /** From the back to the front. */
    enum Depth { AREAS, BARS, BANDS, LINES, POINTS, EXACT_LINES, MARKS }
}
