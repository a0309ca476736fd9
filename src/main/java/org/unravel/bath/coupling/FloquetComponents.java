package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.unravel.model.ModelException;
import org.unravel.numeric.Decimals;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SpectralNorm;

/**
 * The Fourier components of a coupling between Floquet modes, ⟨φ_n(t)|S|φ_m(t)⟩ = Σ_q S^{(q)}_nm e^{−iqωt}, in groups of one frequency ν = ε_m − ε_n + qω ≥ 0 (closer than 1e-9 of the spread
 * of H is one, directly or through others in between).
 *
 * @param groups ascending in ν; the first one may be that of ν = 0, which holds both signs of what is joined
 * @param leftOut components below {@link #NEGLIGIBLE} of the norm of the coupling that are not rounding, and were dropped
 * @param harmonics the largest |q| of what is kept
 * @param samples equal steps of a period at which modes are resolved
 */
record FloquetComponents(List<Group> groups, int leftOut, int harmonics, int samples) {

    /** Of the norm of the coupling: smaller components join nothing. */
    static final double NEGLIGIBLE = 1e-11;
    /** Of the norm of the coupling: what a component is known to. */
    private static final double ROUNDING = 1e-14;
    /** Of modes and elements: what lies beyond the resolved harmonics may have this size. */
    private static final double TAIL = 1e-13;
    private static final int FEWEST_SAMPLES = 32;
    private static final int MOST_SAMPLES = 4096;
    /** Phases of a propagator are good to some of them. */
    private static final int ROUNDINGS = 64;

    /**
     * A component.
     *
     * @param to n
     * @param from m
     * @param order q
     * @param re real part of S^{(q)}_nm
     * @param im imaginary part
     */
    record Component(int to, int from, int order, double re, double im) {

        double modulus() {
            return Math.hypot(re, im);
        }
    }

    /** The components of one frequency. */
    record Group(double nu, List<Component> components) {
    }

    private record Member(Component component, double nu) {

        double size() {
            return Math.abs(nu);
        }
    }

    /**
     * The components.
     *
     * @param spread largest distance of two levels of H(t)
     * @throws ModelException if there are more harmonics than are followed
     */
    static FloquetComponents of(FloquetModes modes, SparseMatrix coupling, double spread) {
        double norm = SpectralNorm.of(coupling);
        for (int count = FEWEST_SAMPLES;; count *= 2) {
            FloquetModes.Samples samples = modes.at(count);
            double[][][][] elements = FloquetModes.elements(samples, coupling);
            transform(modes, elements);
            double beyond = Math.max(beyond(elements) / norm, beyond(modes, samples));
            if (beyond <= TAIL) {
                return of(modes, elements, norm, spread, count);
            }
            if (count == MOST_SAMPLES) {
                throw new ModelException(String.format(Locale.ROOT, "expected Floquet modes with fewer than %d harmonics for equation: floquet, found components of %.1e beyond: a hamiltonian that "
                        + "jumps or bends has too many, and a smooth one with the same pulse has not", MOST_SAMPLES / 4, beyond), "equation");
            }
        }
    }

    private static void transform(FloquetModes modes, double[][][][] elements) {
        for (int n = 0; n < modes.dimension(); n++) {
            for (int m = 0; m < modes.dimension(); m++) {
                modes.coefficients(elements[0][n][m], elements[1][n][m]);
            }
        }
    }

    private static double beyond(double[][][][] coefficients) {
        double largest = 0;
        for (int n = 0; n < coefficients[0].length; n++) {
            for (int m = 0; m < coefficients[0].length; m++) {
                largest = Math.max(largest, beyond(coefficients[0][n][m], coefficients[1][n][m]));
            }
        }
        return largest;
    }

    /** The largest coefficient in the upper half of orders: what lies beyond all of them is smaller still. */
    private static double beyond(double[] re, double[] im) {
        double largest = 0;
        for (int k = 0; k < re.length; k++) {
            if (4 * Math.abs(FloquetModes.order(k, re.length)) >= re.length) {
                largest = Math.max(largest, Math.hypot(re[k], im[k]));
            }
        }
        return largest;
    }

    private static double beyond(FloquetModes modes, FloquetModes.Samples samples) {
        double largest = 0;
        double[] re = new double[samples.count()];
        double[] im = new double[samples.count()];
        for (int n = 0; n < modes.dimension(); n++) {
            for (int i = 0; i < modes.dimension(); i++) {
                for (int j = 0; j < re.length; j++) {
                    re[j] = samples.re()[j][n][i];
                    im[j] = samples.im()[j][n][i];
                }
                modes.coefficients(re, im);
                largest = Math.max(largest, beyond(re, im));
            }
        }
        return largest;
    }

    private static FloquetComponents of(FloquetModes modes, double[][][][] coefficients, double norm, double spread, int samples) {
        List<Member> members = new ArrayList<>();
        int leftOut = 0;
        int harmonics = 0;
        int count = coefficients[0][0][0].length;
        for (int n = 0; n < modes.dimension(); n++) {
            for (int m = 0; m < modes.dimension(); m++) {
                for (int k = 0; k < count; k++) {
                    Component component = new Component(n, m, FloquetModes.order(k, count), coefficients[0][n][m][k], coefficients[1][n][m][k]);
                    if (component.modulus() > NEGLIGIBLE * norm) {
                        members.add(new Member(component, modes.quasiEnergies()[m] - modes.quasiEnergies()[n] + component.order * modes.frequency()));
                        harmonics = Math.max(harmonics, Math.abs(component.order));
                    } else if (component.modulus() > ROUNDING * norm) {
                        leftOut++;
                    }
                }
            }
        }
        members.sort(Comparator.comparingDouble(Member::size));
        double rounding = ROUNDINGS * Math.ulp(Math.max(spread, (1 + harmonics) * modes.frequency()));
        return new FloquetComponents(grouped(members, Math.max(BohrFrequencies.ONE * spread, rounding), rounding), leftOut, harmonics, samples);
    }

    private static List<Group> grouped(List<Member> members, double one, double rounding) {
        List<Group> groups = new ArrayList<>();
        int first = 0;
        for (int k = 1; k <= members.size(); k++) {
            if (k == members.size() || members.get(k).size() - members.get(k - 1).size() > one) {
                List<Member> some = members.subList(first, k);
                boolean elastic = some.get(0).size() <= one;
                groups.add(elastic ? new Group(0, some.stream().map(Member::component).toList()) : above(some.stream().filter(s -> s.nu > 0).toList(), rounding));
                first = k;
            }
        }
        return groups;
    }

    /** As {@link BohrFrequencies} takes it. */
    private static Group above(List<Member> members, double rounding) {
        double sum = 0;
        double weight = 0;
        for (Member member : members) {
            double square = member.component.modulus() * member.component.modulus();
            sum += square * member.nu;
            weight += square;
        }
        return new Group(Decimals.shortest(sum / weight, rounding), members.stream().map(Member::component).toList());
    }
}
