package org.unravel.engine.taylor;

/**
 * An operator of the sparse engine at a time: a {@link SlicedRows} whose coefficients are written anew for each. One per worker; of one that does not
 * depend on time it is the shared one, and moving costs nothing.
 */
public final class MovingRows {

    private final SlicedTerms terms;
    private final SlicedRows rows;

    public MovingRows(SlicedTerms terms) {
        this.terms = terms;
        this.rows = terms.isConstant() ? terms.rows() : copy(terms.rows());
    }

    private static SlicedRows copy(SlicedRows a) {
        Bands b = a.bands();
        Bands bands = new Bands(b.offset(), b.re().clone(), b.im().clone(), b.realDiagonal());
        return new SlicedRows(a.dimension(), a.realStart(), a.realOffset(), a.realPlace(), a.imaginaryStart(), a.imaginaryOffset(),
                a.imaginaryPlace(), a.coefficients().clone(), a.flipMask(), a.flip().clone(), a.innerFlip().clone(), bands, a.filling());
    }

    /** The operator at the time of the last {@link #moveTo}. */
    public SlicedRows rows() {
        return rows;
    }

    /** Goes to a time, at which the functions of the drive have the given values. */
    public void moveTo(double[] values) {
        if (terms.isConstant()) {
            return;
        }
        int[] functions = terms.functions();
        for (int i = 0; i < functions.length; i++) {
            double u = values[functions[i]];
            add(i, u, terms.flip()[i], rows.flip());
            add(i, u, terms.innerFlip()[i], rows.innerFlip());
            if (rows.bands().exist()) {
                add(i, u, terms.bands().get(i).re(), rows.bands().re());
                add(i, u, terms.bands().get(i).im(), rows.bands().im());
            }
            // The plain kernel takes slices where there are bands too.
            add(i, u, terms.coefficients()[i], rows.coefficients());
        }
    }

    private static void add(int i, double u, double[] a, double[] sum) {
        if (i == 0) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] = u * a[j];
            }
        } else {
            for (int j = 0; j < sum.length; j++) {
                sum[j] = Math.fma(u, a[j], sum[j]);
            }
        }
    }
}
