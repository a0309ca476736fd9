/**
 * Figures for print: vector pictures (SVG) or images (PNG, 200 dpi) of the width of a journal's column, 86 mm. Imports {@code figure}, {@code output} and what is above them.
 * AWT, JFreeChart and Batik are loaded when the first picture is drawn, never before.
 *
 * <p><b>A tour.</b> {@link PrintedFigures} makes the files of the figures of a run, {@link BlochSphere} that of the path of a qubit. {@link FigureChart} makes a chart of one figure: {@link Layers} has the
 * look of each {@link org.unravel.figure.Series.Form}, {@link Points} what of a series can be shown, {@link Bands} what is filled, {@link AxisRange} and {@link PrintedAxis} the axes, {@link Look} colours, lines and marks.
 * {@link Picture} brings what is drawn to a file.
 *
 * <p>Colours are those of M. Okabe and K. Ito (Color Universal Design, 2008), which all kinds of colour vision tell apart; marks and dashes differ as well, for print in black and white.
 */
package org.unravel.print;
