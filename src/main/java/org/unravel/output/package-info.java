/**
 * What a run leaves behind: JSON, CSV and the table for people. Imports validation, bath, exact, ensemble, statistics, model. Never prints.
 *
 * <p><b>A tour.</b> {@link RunReport} is everything there is to say of a run. {@link RunFiles} lists the files that are made of it, {@link SummaryFile} writes {@code summary.json}, {@link JumpRecordFiles} what a model asks to be counted of its jumps, {@link ResultTable} the
 * table. {@link FileSet} puts files in place so that a folder holds one run, the earlier or the whole new one; {@link EarlierRun} knows what an earlier run has left, {@link RecordTables} what was made of its records. {@link RunIdentity} says which runs
 * can be put together. {@link ComparisonRun} is everything there is to say of a comparison of definitions, {@link ComparisonFiles} and {@link ComparisonTable} what is made of it.
 */
package org.unravel.output;
