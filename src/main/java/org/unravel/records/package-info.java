/**
 * Records of single trajectories, one by one: {@code records.h5} with what each of them came to and all their jumps. Imports output, ensemble, model, numeric. The only user of jHDF.
 *
 * <p><b>A tour.</b> {@link org.unravel.records.Records} is what a run writes to: a {@link org.unravel.ensemble.RecordSink} with a thread of its own, which keeps what goes wrong to itself.
 * {@code RecordsWriter} has the layout of the file; {@code Column} is a dataset that goes to the file chunk by chunk, {@code ChunkEncoder} its compression, {@code LinkNames} keeps
 * hostile names apart. {@link org.unravel.records.RecordsTable} turns a file into CSV, through
 * {@code RecordsReader}, which tells a damaged file from a whole one.
 *
 * <p>{@code Column} leans on classes of jHDF that are public and not documented as an interface: a new version of jHDF is tried with {@code RecordsFileTest}, which reads with h5py too.
 */
package org.unravel.records;
