/**
 * Streaming weighted moments with a deterministic merge, histograms, jackknife, hypothesis tests. No physics. Imports {@code numeric} at most.
 *
 * <p><b>A tour.</b> {@link PowerSums} first: moments to fourth order, added or merged, with weights; {@link GroupedSample} keeps 64 of them for the jackknife, {@link MomentCells} many
 * at once. {@link SignedHistogram}, {@link DurationHistogram} and {@link AtomCounts} hold distributions of values whose range is not known, of times, and of sums of quanta; all give a
 * {@link Distribution}. {@link WeightTable} and {@link WeightedCount} are counts with weights. {@link StatisticalTests} has the laws behind the verdict. Whatever is merged is also
 * written and read, bit for bit.
 */
package org.unravel.statistics;
