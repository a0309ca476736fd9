package org.unravel.engine.sparse;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

import org.unravel.engine.drive.Drive;
import org.unravel.engine.drive.DriveBuilder;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.taylor.SlicedTerms;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.engine.taylor.UniformFlips;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.SparseMatrix;

/**
 * What the sparse engine's workers share. Immutable.
 *
 * @param model the model
 * @param drive what depends on time
 * @param generator −i(H − c) − K/2
 * @param energy E
 * @param energyNorms bounds of the norms of the matrices of E
 * @param power Ė
 * @param jumpRate K
 * @param apart K of each bath apart
 * @param unitary i[H,E]
 * @param observables observables
 * @param channels jump operators, without their rates
 * @param rateFunctions number of the function that is each channel's rate, up to a factor
 * @param rates that factor: the rate where it is constant
 * @param terms which energy integrals there are
 * @param energyScale the unit of tolerances
 * @param caveats what could not be made sure of
 * @param longestSegments longest segment in time in each piece of the drive; one for all where there is none
 */
public record SparseTables(Model model, Drive drive, Generator generator, SlicedTerms energy, double[] energyNorms, SlicedTerms power, SlicedTerms jumpRate,
        SlicedTerms[] apart, SlicedTerms unitary, SlicedTerms[] observables, SlicedTerms[] channels, int[] rateFunctions, double[] rates, EnergyTerms terms, double energyScale,
        List<Caveat> caveats, double[] longestSegments) {

    /** Taylor terms stay below e^{h‖G‖}: at 10 a state at the edge of the spectrum would lose four digits, which closure would show. */
    private static final double MOST_PHASE = 10;
    /** Minutes for a trajectory, and as many bounds before it starts. */
    private static final double MOST_SEGMENTS = 1e8;

    /** With {@link Generator#majorant} the 96th term of a state's series is below e³⁰/2⁹⁶ = 1.3e-16 (Cauchy's estimate on a circle of twice the segment). */
    private static final double MOST_MAJORANT = 30;
    /** Failure of closure over the whole run, in units of the energy scale; a segment may use up its share of time. */
    private static final double CLOSURE = 1e-12;
    /** What rounding alone can do to the energy of a segment, in units of the energy scale: some 100 operations of 2e-16. */
    private static final double ROUNDING = 3e-14;
    /** The same in units of a bound of ‖E‖ in the piece, which adds up moduli: only a pulse far above the energy at grid times makes it the larger of both. */
    private static final double PIECE_ROUNDING = ROUNDING / 10;

    /** The tables of a model that has been looked at, for its fastest kernel; else as {@link #of(Model, TaylorKernel)}. */
    static SparseTables of(ModelShape shape) {
        return shape.once(SparseTables.class, s -> of(s.model(), TaylorKernel.fastest()));
    }

    /**
     * The tables of a model.
     *
     * @throws org.unravel.model.ModelException if polynomials cannot follow what depends on time, see {@link org.unravel.engine.drive.DriveSampling}
     */
    public static SparseTables of(Model model, TaylorKernel kernel) {
        DriveBuilder drive = new DriveBuilder(model);
        List<Channel> channels = model.channels();
        Generator generator = Generator.of(model, drive, kernel);
        SortedMap<Integer, SparseMatrix> energies = drive.operator(model.energy());
        SlicedTerms energy = withFlips(energies, kernel);
        double[] energyNorms = energies.values().stream().mapToDouble(SparseMatrix::rowSumNorm).toArray();
        SlicedTerms power = withFlips(drive.rate(model.energy()), kernel);
        SlicedTerms jumpRate = SlicedTerms.of(drive.operator(model.jumpRateOperator()));
        SlicedTerms[] apart = model.bathsApart().stream().map(b -> SlicedTerms.of(drive.operator(model.jumpRateOperator(b)))).toArray(SlicedTerms[]::new);
        SlicedTerms unitary = SlicedTerms.of(drive.operator(model.unitaryHeatOperator()));
        SlicedTerms[] observables = model.observables().stream().map(o -> SlicedTerms.of(drive.operator(o.operator()))).toArray(SlicedTerms[]::new);
        SlicedTerms[] operators = channels.stream().map(c -> SlicedTerms.of(drive.operator(c.operator()))).toArray(SlicedTerms[]::new);
        int[] rateFunctions = channels.stream().mapToInt(c -> drive.function(c.rate())).toArray();
        double[] rates = channels.stream().mapToDouble(c -> drive.factor(c.rate())).toArray();
        Drive pieces = drive.drive();
        return new SparseTables(model, pieces, generator, energy, energyNorms, power, jumpRate, apart, unitary, observables, operators,
                rateFunctions, rates, EnergyTerms.of(model), EnergyScale.of(model), drive.caveats(), longest(pieces, generator));
    }

    private static SlicedTerms withFlips(SortedMap<Integer, SparseMatrix> terms, TaylorKernel kernel) {
        return kernel.takesFlips() ? SlicedTerms.withFlips(terms, UniformFlips.Unit.ONE) : SlicedTerms.of(terms);
    }

    private static double[] longest(Drive drive, Generator generator) {
        double[] longest = new double[drive.exists() ? drive.pieceCount() : 1];
        for (int piece = 0; piece < longest.length; piece++) {
            double length = Math.min(drive.length(piece), MOST_PHASE / generator.norm(drive, piece));
            requireFew(drive, piece, length);
            while (drive.exists() && generator.majorant(drive, piece, length) > MOST_MAJORANT) {
                length /= 2;
                requireFew(drive, piece, length);
            }
            longest[piece] = length;
        }
        return longest;
    }

    private static void requireFew(Drive drive, int piece, double length) {
        double segments = drive.exists() ? drive.length(piece) / length : 1;
        if (!(segments <= MOST_SEGMENTS)) {
            throw new ModelException(String.format(Locale.ROOT, "expected at most %.0e steps of the sparse engine in a piece of the drive, found %.1e: an operator is as large as %.1e in "
                    + "the unit of energy there", MOST_SEGMENTS, segments, MOST_PHASE / length), "hamiltonian");
        }
    }

    /** Longest segment in time in a piece of the drive. */
    double longest(int piece) {
        return longestSegments[drive.exists() ? piece : 0];
    }

    /** Longest segment in time of the run. */
    double longest() {
        double longest = 0;
        for (int piece = 0; piece < (drive.exists() ? drive.pieceCount() : 1); piece++) {
            longest = Math.max(longest, longest(piece));
        }
        return longest;
    }

    /** Bytes of all operators and functions. */
    long bytes() {
        long bytes = drive.bytes() + generator.bytes() + energy.bytes() + power.bytes() + jumpRate.bytes() + unitary.bytes();
        for (SlicedTerms a : apart) {
            bytes += a.bytes();
        }
        for (SlicedTerms a : observables) {
            bytes += a.bytes();
        }
        for (SlicedTerms a : channels) {
            bytes += a.bytes();
        }
        return bytes;
    }

    /** What closure of a segment of a length in time in a piece of the drive may fail by, in the unit of energy. */
    double tolerance(double length, int piece) {
        double share = energyScale * Math.max(ROUNDING, CLOSURE * length / (model.time().end() - model.time().start()));
        return Math.max(share, PIECE_ROUNDING * energyNorm(piece));
    }

    /** A bound of ‖E‖ in a piece: Σ_f max|u_f| ‖E_f‖. */
    private double energyNorm(int piece) {
        double norm = 0;
        for (int i = 0; i < energyNorms.length; i++) {
            norm += drive.largest(piece, energy.functions()[i]) * energyNorms[i];
        }
        return norm;
    }
}
