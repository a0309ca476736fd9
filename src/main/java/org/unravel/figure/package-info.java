/**
 * Figures of a run as data: what is drawn, not how. Imports {@code output} and what is above it.
 *
 * <p><b>A tour.</b> {@link Figure} is one picture: axes, series, a caption. {@link Series} is one curve or set of points, {@link Series.Form} how it wants to be seen, {@link StackedShare} where a share of a sum lies. {@link RunFigures} makes
 * the figures of a run; each kind has a class of its own beside it. {@link ComparisonFigures} makes those of a comparison
 * of definitions, several on a {@link FigureSheet}. The page of a run and the figures for print draw the same list, each in its own way.
 */
package org.unravel.figure;
