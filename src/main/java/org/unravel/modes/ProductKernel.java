package org.unravel.modes;

/**
 * The hot loop of dense matrices: C += f A B, row by row in one array each.
 *
 * <p>Every entry of C takes its summands in the order of the inner index, each by one fused multiply-add: all implementations give the same bits.
 */
interface ProductKernel {

    /** The fastest kernel that this Java can run: the Vector API where its module is there, else plain loops. */
    ProductKernel FASTEST = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorProductKernel() : new PlainProductKernel();

    /**
     * A block of a matrix that lies row by row in an array.
     *
     * @param entries where it lies
     * @param offset of its first entry
     * @param stride from a row to the next
     */
    record Block(double[] entries, int offset, int stride) {
    }

    /** C ← C + f A B with shapes [rows][inner] and [inner][columns]; C overlaps neither of the others. */
    void add(double factor, Block a, Block b, Block c, int rows, int inner, int columns);
}
