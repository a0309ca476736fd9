package org.unravel.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Attribute;
import io.jhdf.api.WritableGroup;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.indexing.ChunkImpl;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndexWriter;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;

/**
 * A one-dimensional dataset that is written chunk by chunk while its numbers come, so that only a chunk of it is in memory.
 *
 * <p>jHDF writes a dataset as a whole when it closes the file. This one has stored its chunks in the file by then, and writes no more than its header, in the place that jHDF gives, and at the
 * end of the file the list of its chunks.
 */
final class Column extends WritableDatasetImpl {

    /** Rows of a chunk, unless the whole column is shorter. */
    static final int CHUNK_ROWS = 1 << 14;
    /** HDF5's own; more where there are more chunks, so that their list is one page. */
    private static final int LEAST_PAGE_BITS = 10;
    private static final int UNDEFINED_ADDRESS = -1;

    private final ChunkEncoder encoder;
    private final ChunkStore store;
    private final int size;
    private final List<long[]> places = new ArrayList<>();
    private long[] bits = new long[CHUNK_ROWS];
    private int filled;
    private long rows;
    private boolean isFinished;

    /** Of numbers as the prototype has one, an array of a primitive type or of text. */
    Column(WritableGroup parent, String name, Object prototype, ChunkEncoder encoder, ChunkStore store) {
        super(prototype, name, parent);
        this.encoder = encoder;
        this.store = store;
        this.size = getDataType().getSize();
    }

    void add(double value) throws IOException {
        add(Double.doubleToRawLongBits(value));
    }

    void add(long value) throws IOException {
        bits[filled++] = value;
        flushIfFull();
    }

    void addAll(double[] values, int count) throws IOException {
        for (int from = 0; from < count;) {
            int part = Math.min(count - from, CHUNK_ROWS - filled);
            for (int i = 0; i < part; i++) {
                bits[filled + i] = Double.doubleToRawLongBits(values[from + i]);
            }
            filled += part;
            from += part;
            flushIfFull();
        }
    }

    void addAll(int[] values, int count) throws IOException {
        for (int from = 0; from < count;) {
            int part = Math.min(count - from, CHUNK_ROWS - filled);
            for (int i = 0; i < part; i++) {
                bits[filled + i] = values[from + i];
            }
            filled += part;
            from += part;
            flushIfFull();
        }
    }

    private void flushIfFull() throws IOException {
        if (filled == CHUNK_ROWS) {
            flush(CHUNK_ROWS);
        }
    }

    private void flush(int chunkRows) throws IOException {
        ByteBuffer chunk = encoder.encode(bits, chunkRows, size);
        int length = chunk.remaining();
        places.add(new long[] {store.append(chunk), length});
        rows += filled;
        filled = 0;
    }

    /** Stores what is left; nothing can be added any more. A chunk is as long as all others, zeros at its end, but that of a short column is as long as the column. */
    void finish() throws IOException {
        if (filled > 0) {
            Arrays.fill(bits, filled, CHUNK_ROWS, 0);
            flush(chunkRows());
        }
        isFinished = true;
        bits = new long[0];
    }

    private int chunkRows() {
        return places.isEmpty() ? Math.max(1, filled) : CHUNK_ROWS;
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        try {
            // before rows come the header has its largest size
            int chunkRows = isFinished ? (int) Math.max(1, Math.min(rows, CHUNK_ROWS)) : CHUNK_ROWS;
            ByteBuffer header = header(position, chunkRows, places.isEmpty() ? UNDEFINED_ADDRESS : writeIndex(file, chunkRows));
            long end = position + header.remaining();
            file.write(header, position);
            // what jHDF writes last goes to where the file stands
            file.position(end);
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer header(long position, int chunkRows, long index) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(getDataType()));
        messages.add(DataSpaceMessage.create(dataSpace()));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(FilterPipelineMessage.create(List.of(new FilterInfo(ByteShuffleFilter.ID, "shuffle", false, new int[] {size}),
                new FilterInfo(DeflatePipelineFilter.ID, "deflate", false, new int[] {1}))));
        messages.add(ChunkedDataLayoutMessageV4.createFixedArray(index, new int[] {chunkRows, size}, pageBits()));
        if (!getAttributes().isEmpty()) {
            messages.add(AttributeInfoMessage.create());
            for (Map.Entry<String, Attribute> attribute : getAttributes().entrySet()) {
                messages.add(AttributeMessage.create(attribute.getKey(), attribute.getValue()));
            }
        }
        return new ObjectHeader.ObjectHeaderV2(position, messages).toBuffer();
    }

    private DataSpace dataSpace() {
        // version 2, one dimension, no largest size, simple
        ByteBuffer written = ByteBuffer.allocate(4 + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        written.put((byte) 2).put((byte) 1).put((byte) 0).put((byte) 1).putLong(rows).flip();
        return DataSpace.readDataSpace(written, new Superblock.SuperblockV2V3());
    }

    private int pageBits() {
        return Math.max(LEAST_PAGE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(places.size()));
    }

    private long writeIndex(HdfFileChannel file, int chunkRows) throws IOException {
        List<Chunk> chunks = new ArrayList<>(places.size());
        for (long[] place : places) {
            chunks.add(new ChunkImpl(place[0], (int) place[1], new long[] {(long) chunks.size() * chunkRows}));
        }
        long address = file.getFileChannel().size();
        ChunkStore.endOf(file.getFileChannel()).append(FixedArrayIndexWriter.createFixedArray(chunks, address, chunkRows * size, true, pageBits()));
        return address;
    }
}
