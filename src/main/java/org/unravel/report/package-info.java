/**
 * The page of a run: one file that opens offline, with what the run found, how far it can be trusted, and figures that answer to the mouse. Imports {@code figure}, {@code output} and what is above them.
 *
 * <p><b>A tour.</b> {@link ReportPage} puts the page together. {@code ResultSections} says what came out, {@code OriginSections} what was run and how; {@code Assumptions} what it rests on.
 * {@link ComparisonPage} and
 * {@code ComparisonSections} do the same for a comparison of definitions, in the same {@code PageFrame}. {@code FigureCard} is the frame of a figure, with its numbers in a {@code NumberTable}; {@code FigureData} is what the script of the page draws. {@code Html} writes elements and escapes
 * every text, {@code ShownText} makes foreign text harmless, {@code PageResource} brings scripts and styles and their hashes, by which alone the page lets them run.
 */
package org.unravel.report;
