package org.unravel.records;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Turns a chunk of numbers into what HDF5 stores behind its filters shuffle and deflate: first bytes of all numbers, then second bytes, and so on, as a zlib stream.
 *
 * <p>Values that scatter freely gain some percent by compression and cost more time than a fast engine needs to sample them. So a part of each chunk is tried first, and a chunk that would gain
 * little goes into the stream as it is. Not safe for threads.
 */
final class ChunkEncoder {

    /** One byte in so many is tried, in runs of equal place in the number. */
    private static final int TRIED = 16;
    /** What compression must save of the tried bytes to be worth its time. */
    private static final double LEAST_SAVED = 0.3;

    private final Deflater fast = new Deflater(Deflater.BEST_SPEED);
    private final Deflater stored = new Deflater(Deflater.NO_COMPRESSION);
    private byte[] shuffled = new byte[0];
    private byte[] tried = new byte[0];
    private byte[] encoded = new byte[0];

    /**
     * The stream of some numbers, valid until the next call.
     *
     * @param bits of the numbers, in the lower {@code size} bytes; shape [≥ count]
     * @param size bytes of a number
     */
    ByteBuffer encode(long[] bits, int count, int size) {
        shuffle(bits, count, size);
        // before the buffer is taken: it grows on the way
        int length = deflate(isWorthIt(count, size) ? fast : stored, shuffled, count * size);
        return ByteBuffer.wrap(encoded, 0, length);
    }

    private void shuffle(long[] bits, int count, int size) {
        if (shuffled.length < count * size) {
            shuffled = new byte[count * size];
        }
        for (int plane = 0; plane < size; plane++) {
            // jHDF says of its numbers that they have the byte order of the machine
            int shift = Byte.SIZE * (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? plane : size - 1 - plane);
            int start = plane * count;
            for (int i = 0; i < count; i++) {
                shuffled[start + i] = (byte) (bits[i] >>> shift);
            }
        }
    }

    private boolean isWorthIt(int count, int size) {
        int run = count / TRIED;
        if (run == 0) {
            return true;
        }
        if (tried.length < run * size) {
            tried = new byte[run * size];
        }
        for (int plane = 0; plane < size; plane++) {
            System.arraycopy(shuffled, plane * count, tried, plane * run, run);
        }
        return deflate(fast, tried, run * size) < (1 - LEAST_SAVED) * run * size;
    }

    /** Fills {@link #encoded}; returns how much of it. */
    private int deflate(Deflater deflater, byte[] bytes, int length) {
        deflater.reset();
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        int done = 0;
        while (!deflater.finished()) {
            if (done == encoded.length) {
                encoded = Arrays.copyOf(encoded, Math.max(1 << 16, 2 * done));
            }
            done += deflater.deflate(encoded, done, encoded.length - done);
        }
        return done;
    }

    /** Gives back what the compression holds outside the heap. */
    void end() {
        fast.end();
        stored.end();
    }
}
