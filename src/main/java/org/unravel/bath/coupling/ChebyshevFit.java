package org.unravel.bath.coupling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.ChebyshevNodes;

/** Several functions of time, known at single times only, as polynomials on common pieces that are halved until the last coefficients are rounding. */
final class ChebyshevFit {

    /** Of the scale of a function: what its last coefficients may be. */
    private static final double ROUNDING = 1e-13;
    /** Of the run: pieces are not halved below. */
    private static final double SHORTEST = 1e-9;
    private static final int MOST_PIECES = 4096;

    /** Values of all functions at a time, on the smooth piece that holds at a second time. */
    interface Sampled {

        double[] at(double t, double branch);
    }

    private record Piece(double from, double to) {

        double middle() {
            return from + (to - from) / 2;
        }
    }

    private final List<Double> edges = new ArrayList<>();
    private final List<double[][]> coefficients = new ArrayList<>();
    private final double[] scales;

    private ChebyshevFit(double[] scales) {
        this.scales = scales;
    }

    /**
     * The functions.
     *
     * @param smooth ascending times between which the functions are smooth, both ends of the run included
     * @param scales size of each function
     * @throws ModelException if a function does not become smooth on short pieces; says when
     */
    static ChebyshevFit of(double[] smooth, double[] scales, Sampled sampled) {
        ChebyshevFit fit = new ChebyshevFit(scales);
        Deque<Piece> pieces = new ArrayDeque<>();
        for (int i = 1; i < smooth.length; i++) {
            pieces.addLast(new Piece(smooth[i - 1], smooth[i]));
        }
        double shortest = SHORTEST * (smooth[smooth.length - 1] - smooth[0]);
        fit.edges.add(smooth[0]);
        while (!pieces.isEmpty()) {
            Piece piece = pieces.pop();
            double[][] found = fit.coefficients(piece, sampled);
            if (fit.isResolved(found)) {
                fit.edges.add(piece.to);
                fit.coefficients.add(found);
            } else if (piece.to - piece.from < shortest || fit.coefficients.size() > MOST_PIECES) {
                throw new ModelException("expected eigen-operators of the hamiltonian that change smoothly, found that they do not near t = " + BathRate.number(piece.middle()), "equation");
            } else {
                pieces.push(new Piece(piece.middle(), piece.to));
                pieces.push(new Piece(piece.from, piece.middle()));
            }
        }
        return fit;
    }

    private double[][] coefficients(Piece piece, Sampled sampled) {
        double[][] values = new double[scales.length][ChebyshevNodes.COUNT];
        for (int j = 0; j < ChebyshevNodes.COUNT; j++) {
            double x = ChebyshevNodes.node(j);
            double[] at = sampled.at(j == 0 ? piece.from : j == ChebyshevNodes.COUNT - 1 ? piece.to : piece.middle() + x * (piece.to - piece.from) / 2, piece.middle());
            for (int f = 0; f < scales.length; f++) {
                values[f][j] = at[f];
            }
        }
        double[][] found = new double[scales.length][ChebyshevNodes.COUNT];
        for (int f = 0; f < scales.length; f++) {
            ChebyshevNodes.coefficients(values[f], found[f]);
        }
        return found;
    }

    private boolean isResolved(double[][] found) {
        for (int f = 0; f < scales.length; f++) {
            double last = Math.max(Math.abs(found[f][ChebyshevNodes.COUNT - 1]), Math.abs(found[f][ChebyshevNodes.COUNT - 2]));
            if (!(last <= ROUNDING * scales[f])) {
                return false;
            }
        }
        return true;
    }

    /** One of the functions; a constant where it is one to its rounding. */
    TimeFunction real(int f) {
        if (isConstant(f)) {
            return TimeFunction.constant(coefficients.get(0)[f][0]);
        }
        return new PiecewiseChebyshev(times(), of(f), null);
    }

    /** Two of the functions as real and imaginary part; a constant 0 where both are below rounding. */
    TimeFunction complex(int re, int im) {
        if (isConstant(re) && isConstant(im)) {
            return TimeFunction.constant(cleaned(re), cleaned(im));
        }
        return isConstant(im) && cleaned(im) == 0 ? real(re) : new PiecewiseChebyshev(times(), of(re), of(im));
    }

    private double cleaned(int f) {
        double value = coefficients.get(0)[f][0];
        return Math.abs(value) <= ROUNDING * scales[f] ? 0 : value;
    }

    private boolean isConstant(int f) {
        double first = coefficients.get(0)[f][0];
        double rounding = 10 * ROUNDING * scales[f];
        return coefficients.stream().allMatch(c -> Math.abs(c[f][0] - first) <= rounding && Arrays.stream(c[f], 1, ChebyshevNodes.COUNT).allMatch(x -> Math.abs(x) <= rounding));
    }

    private double[] times() {
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[][] of(int f) {
        return coefficients.stream().map(c -> c[f]).toArray(double[][]::new);
    }
}
