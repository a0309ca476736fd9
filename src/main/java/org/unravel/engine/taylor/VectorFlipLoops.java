package org.unravel.engine.taylor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link VectorTaylorKernel} for matrices with flips, for vectors of eight: a slice is two vectors, in which flips of masks 1, 2 and 4
 * are shuffles and the one of mask 8 exchanges them. What remains of the matrix is a few entries a slice.
 */
final class VectorFlipLoops {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    /** True if vectors have the length that these loops are made for. */
    static final boolean POSSIBLE = 2 * L == SlicedRows.HEIGHT;
    private static final VectorShuffle<Double> X1 = VectorShuffle.fromOp(S, i -> (i ^ 1) & L - 1);
    private static final VectorShuffle<Double> X2 = VectorShuffle.fromOp(S, i -> (i ^ 2) & L - 1);
    private static final VectorShuffle<Double> X4 = VectorShuffle.fromOp(S, i -> (i ^ 4) & L - 1);

    private VectorFlipLoops() {
    }

    static double nextTerm(SlicedRows a, double scale, double[] re, double[] im, int xAt, int outAt, double[] scratch) {
        int[] realStart = a.realStart();
        int[] realOffset = a.realOffset();
        int[] realPlace = a.realPlace();
        int[] imaginaryStart = a.imaginaryStart();
        int[] imaginaryOffset = a.imaginaryOffset();
        int[] imaginaryPlace = a.imaginaryPlace();
        double[] coefficients = a.coefficients();
        int[] mask = a.flipMask();
        double[] flip = a.flip();
        int flips = mask.length;
        int slices = realStart.length - 1;
        DoubleVector factor = DoubleVector.broadcast(S, scale);
        DoubleVector f1 = DoubleVector.broadcast(S, a.innerFlip()[0]);
        DoubleVector f2 = DoubleVector.broadcast(S, a.innerFlip()[1]);
        DoubleVector f4 = DoubleVector.broadcast(S, a.innerFlip()[2]);
        DoubleVector f8 = DoubleVector.broadcast(S, a.innerFlip()[3]);
        DoubleVector norm0 = DoubleVector.zero(S);
        DoubleVector norm1 = norm0;
        for (int s = 0; s < slices; s++) {
            int row = s * SlicedRows.HEIGHT;
            DoubleVector u0 = DoubleVector.fromArray(S, re, xAt + row);
            DoubleVector u1 = DoubleVector.fromArray(S, re, xAt + row + L);
            DoubleVector v0 = DoubleVector.fromArray(S, im, xAt + row);
            DoubleVector v1 = DoubleVector.fromArray(S, im, xAt + row + L);
            DoubleVector i0 = f1.fma(u0.rearrange(X1), f8.mul(u1));
            DoubleVector i1 = f1.fma(u1.rearrange(X1), f8.mul(u0));
            DoubleVector m0 = f1.fma(v0.rearrange(X1), f8.mul(v1));
            DoubleVector m1 = f1.fma(v1.rearrange(X1), f8.mul(v0));
            i0 = f4.fma(u0.rearrange(X4), f2.fma(u0.rearrange(X2), i0));
            i1 = f4.fma(u1.rearrange(X4), f2.fma(u1.rearrange(X2), i1));
            m0 = f4.fma(v0.rearrange(X4), f2.fma(v0.rearrange(X2), m0));
            m1 = f4.fma(v1.rearrange(X4), f2.fma(v1.rearrange(X2), m1));
            for (int f = 0; f < flips; f++) {
                int x = xAt + (row ^ mask[f]);
                DoubleVector c = DoubleVector.broadcast(S, flip[f]);
                m0 = c.fma(DoubleVector.fromArray(S, im, x), m0);
                m1 = c.fma(DoubleVector.fromArray(S, im, x + L), m1);
                i0 = c.fma(DoubleVector.fromArray(S, re, x), i0);
                i1 = c.fma(DoubleVector.fromArray(S, re, x + L), i1);
            }
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector r1 = r0;
            for (int p = realStart[s]; p < realStart[s + 1]; p++) {
                int x = xAt + row + realOffset[p];
                DoubleVector c0 = DoubleVector.fromArray(S, coefficients, realPlace[p]);
                DoubleVector c1 = DoubleVector.fromArray(S, coefficients, realPlace[p] + L);
                r0 = c0.fma(DoubleVector.fromArray(S, re, x), r0);
                r1 = c1.fma(DoubleVector.fromArray(S, re, x + L), r1);
                i0 = c0.fma(DoubleVector.fromArray(S, im, x), i0);
                i1 = c1.fma(DoubleVector.fromArray(S, im, x + L), i1);
            }
            for (int p = imaginaryStart[s]; p < imaginaryStart[s + 1]; p++) {
                int x = xAt + row + imaginaryOffset[p];
                DoubleVector c0 = DoubleVector.fromArray(S, coefficients, imaginaryPlace[p]);
                DoubleVector c1 = DoubleVector.fromArray(S, coefficients, imaginaryPlace[p] + L);
                m0 = c0.fma(DoubleVector.fromArray(S, im, x), m0);
                m1 = c1.fma(DoubleVector.fromArray(S, im, x + L), m1);
                i0 = c0.fma(DoubleVector.fromArray(S, re, x), i0);
                i1 = c1.fma(DoubleVector.fromArray(S, re, x + L), i1);
            }
            r0 = r0.sub(m0).mul(factor);
            r1 = r1.sub(m1).mul(factor);
            i0 = i0.mul(factor);
            i1 = i1.mul(factor);
            norm0 = r0.fma(r0, i0.fma(i0, norm0));
            norm1 = r1.fma(r1, i1.fma(i1, norm1));
            int to = outAt + row;
            r0.intoArray(re, to);
            r1.intoArray(re, to + L);
            i0.intoArray(im, to);
            i1.intoArray(im, to + L);
        }
        norm0.add(norm1).intoArray(scratch, 0);
        return VectorTaylorKernel.sum(scratch, 0);
    }

    static void energyForms(SlicedRows energy, SlicedRows jumpRate, double[] re, double[] im, int at, double[] out, int to, double[] scratch) {
        int[] eRealStart = energy.realStart();
        int[] eRealOffset = energy.realOffset();
        int[] eRealPlace = energy.realPlace();
        int[] eImaginaryStart = energy.imaginaryStart();
        int[] eImaginaryOffset = energy.imaginaryOffset();
        int[] eImaginaryPlace = energy.imaginaryPlace();
        double[] eCoefficients = energy.coefficients();
        int[] kRealStart = jumpRate.realStart();
        int[] kRealOffset = jumpRate.realOffset();
        int[] kRealPlace = jumpRate.realPlace();
        int[] kImaginaryStart = jumpRate.imaginaryStart();
        int[] kImaginaryOffset = jumpRate.imaginaryOffset();
        int[] kImaginaryPlace = jumpRate.imaginaryPlace();
        double[] kCoefficients = jumpRate.coefficients();
        int[] mask = energy.flipMask();
        double[] flip = energy.flip();
        int flips = mask.length;
        int slices = eRealStart.length - 1;
        DoubleVector f1 = DoubleVector.broadcast(S, energy.innerFlip()[0]);
        DoubleVector f2 = DoubleVector.broadcast(S, energy.innerFlip()[1]);
        DoubleVector f4 = DoubleVector.broadcast(S, energy.innerFlip()[2]);
        DoubleVector f8 = DoubleVector.broadcast(S, energy.innerFlip()[3]);
        DoubleVector n = DoubleVector.zero(S);
        DoubleVector k = n;
        DoubleVector e = n;
        DoubleVector c = n;
        for (int s = 0; s < slices; s++) {
            for (int half = 0; half < SlicedRows.HEIGHT; half += L) {
                int state = s * SlicedRows.HEIGHT + half;
                int row = at + state;
                DoubleVector yr = DoubleVector.fromArray(S, re, row);
                DoubleVector yi = DoubleVector.fromArray(S, im, row);
                int other = at + (state ^ L);
                DoubleVector er = f1.fma(yr.rearrange(X1), f8.mul(DoubleVector.fromArray(S, re, other)));
                DoubleVector ei = f1.fma(yi.rearrange(X1), f8.mul(DoubleVector.fromArray(S, im, other)));
                er = f4.fma(yr.rearrange(X4), f2.fma(yr.rearrange(X2), er));
                ei = f4.fma(yi.rearrange(X4), f2.fma(yi.rearrange(X2), ei));
                for (int f = 0; f < flips; f++) {
                    int x = at + (state ^ mask[f]);
                    DoubleVector a = DoubleVector.broadcast(S, flip[f]);
                    er = a.fma(DoubleVector.fromArray(S, re, x), er);
                    ei = a.fma(DoubleVector.fromArray(S, im, x), ei);
                }
                for (int p = eRealStart[s]; p < eRealStart[s + 1]; p++) {
                    int x = row + eRealOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, eCoefficients, eRealPlace[p] + half);
                    er = a.fma(DoubleVector.fromArray(S, re, x), er);
                    ei = a.fma(DoubleVector.fromArray(S, im, x), ei);
                }
                DoubleVector em = DoubleVector.zero(S);
                for (int p = eImaginaryStart[s]; p < eImaginaryStart[s + 1]; p++) {
                    int x = row + eImaginaryOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, eCoefficients, eImaginaryPlace[p] + half);
                    em = a.fma(DoubleVector.fromArray(S, im, x), em);
                    ei = a.fma(DoubleVector.fromArray(S, re, x), ei);
                }
                er = er.sub(em);
                DoubleVector kr = DoubleVector.zero(S);
                DoubleVector ki = kr;
                DoubleVector km = kr;
                for (int p = kRealStart[s]; p < kRealStart[s + 1]; p++) {
                    int x = row + kRealOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, kCoefficients, kRealPlace[p] + half);
                    kr = a.fma(DoubleVector.fromArray(S, re, x), kr);
                    ki = a.fma(DoubleVector.fromArray(S, im, x), ki);
                }
                for (int p = kImaginaryStart[s]; p < kImaginaryStart[s + 1]; p++) {
                    int x = row + kImaginaryOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, kCoefficients, kImaginaryPlace[p] + half);
                    km = a.fma(DoubleVector.fromArray(S, im, x), km);
                    ki = a.fma(DoubleVector.fromArray(S, re, x), ki);
                }
                kr = kr.sub(km);
                n = yr.fma(yr, yi.fma(yi, n));
                k = yr.fma(kr, yi.fma(ki, k));
                e = yr.fma(er, yi.fma(ei, e));
                c = er.fma(kr, ei.fma(ki, c));
            }
        }
        n.intoArray(scratch, 0);
        k.intoArray(scratch, L);
        e.intoArray(scratch, 2 * L);
        c.intoArray(scratch, 3 * L);
        out[to] = VectorTaylorKernel.sum(scratch, 0);
        out[to + 1] = VectorTaylorKernel.sum(scratch, L);
        out[to + 2] = VectorTaylorKernel.sum(scratch, 2 * L);
        out[to + 3] = VectorTaylorKernel.sum(scratch, 3 * L);
    }

    static double expectation(SlicedRows a, double[] re, double[] im, int at, double[] scratch) {
        int[] realStart = a.realStart();
        int[] realOffset = a.realOffset();
        int[] realPlace = a.realPlace();
        int[] imaginaryStart = a.imaginaryStart();
        int[] imaginaryOffset = a.imaginaryOffset();
        int[] imaginaryPlace = a.imaginaryPlace();
        double[] coefficients = a.coefficients();
        int[] mask = a.flipMask();
        double[] flip = a.flip();
        int flips = mask.length;
        int slices = realStart.length - 1;
        DoubleVector f1 = DoubleVector.broadcast(S, a.innerFlip()[0]);
        DoubleVector f2 = DoubleVector.broadcast(S, a.innerFlip()[1]);
        DoubleVector f4 = DoubleVector.broadcast(S, a.innerFlip()[2]);
        DoubleVector f8 = DoubleVector.broadcast(S, a.innerFlip()[3]);
        DoubleVector sum = DoubleVector.zero(S);
        for (int s = 0; s < slices; s++) {
            for (int half = 0; half < SlicedRows.HEIGHT; half += L) {
                int state = s * SlicedRows.HEIGHT + half;
                int row = at + state;
                DoubleVector yr = DoubleVector.fromArray(S, re, row);
                DoubleVector yi = DoubleVector.fromArray(S, im, row);
                int other = at + (state ^ L);
                DoubleVector ar = f1.fma(yr.rearrange(X1), f8.mul(DoubleVector.fromArray(S, re, other)));
                DoubleVector ai = f1.fma(yi.rearrange(X1), f8.mul(DoubleVector.fromArray(S, im, other)));
                ar = f4.fma(yr.rearrange(X4), f2.fma(yr.rearrange(X2), ar));
                ai = f4.fma(yi.rearrange(X4), f2.fma(yi.rearrange(X2), ai));
                for (int f = 0; f < flips; f++) {
                    int x = at + (state ^ mask[f]);
                    DoubleVector c = DoubleVector.broadcast(S, flip[f]);
                    ar = c.fma(DoubleVector.fromArray(S, re, x), ar);
                    ai = c.fma(DoubleVector.fromArray(S, im, x), ai);
                }
                for (int p = realStart[s]; p < realStart[s + 1]; p++) {
                    int x = row + realOffset[p];
                    DoubleVector c = DoubleVector.fromArray(S, coefficients, realPlace[p] + half);
                    ar = c.fma(DoubleVector.fromArray(S, re, x), ar);
                    ai = c.fma(DoubleVector.fromArray(S, im, x), ai);
                }
                DoubleVector am = DoubleVector.zero(S);
                for (int p = imaginaryStart[s]; p < imaginaryStart[s + 1]; p++) {
                    int x = row + imaginaryOffset[p];
                    DoubleVector c = DoubleVector.fromArray(S, coefficients, imaginaryPlace[p] + half);
                    am = c.fma(DoubleVector.fromArray(S, im, x), am);
                    ai = c.fma(DoubleVector.fromArray(S, re, x), ai);
                }
                sum = yr.fma(ar.sub(am), yi.fma(ai, sum));
            }
        }
        sum.intoArray(scratch, 0);
        return VectorTaylorKernel.sum(scratch, 0);
    }
}
