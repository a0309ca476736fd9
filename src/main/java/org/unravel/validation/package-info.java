/**
 * A sampled result beside the exact ensemble: statistics, p-values, verdict. Imports exact, ensemble, statistics, bath, model, numeric.
 *
 * <p><b>A tour.</b> {@link Validation} is the list of tests and the verdict; {@link Reference} is what the exact side knows, {@link Sample} what the sample says beside it. A test is made of a
 * {@link Finding} for each {@link Subject}: {@link MeanTest} shows how a mean is judged when few events carry it, {@link MeanCurveTest} a curve, {@link DistributionTests} atoms and intervals, {@link JumpRecordTests} what a model asks to be counted of its jumps.
 * {@link HolmCorrection} makes one verdict of many. {@link ErrorMarks} says which error bars rest on few events, {@link ChannelBounds} and {@link CurveRanges} bound what a single trajectory can do.
 */
package org.unravel.validation;
