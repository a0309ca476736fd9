package org.unravel.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where finished chunks go: to the end of the file, whose front is kept free for its table of contents. */
interface ChunkStore {

    /**
     * Writes all of a chunk.
     *
     * @return its address in the file
     */
    long append(ByteBuffer chunk) throws IOException;

    /** To the end of an open file. */
    static ChunkStore endOf(FileChannel file) {
        return chunk -> {
            long address = file.size();
            for (long at = address; chunk.hasRemaining();) {
                at += file.write(chunk, at);
            }
            return address;
        };
    }
}
