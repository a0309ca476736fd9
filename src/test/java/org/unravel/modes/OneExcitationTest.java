package org.unravel.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.QuadraticModel;
import org.unravel.modelfile.ModelBuilder;

/** What is linear in the state of quadratic modes is that of one excitation in as many levels, whose density matrix is ⟨a_j†a_i⟩/Σ⟨a_i†a_i⟩: another solver of another equation. */
class OneExcitationTest {

    private static final String COHERENT = """
            one: {count: 4, frequency: 1 + 0.15*(j-1), hopping: 0.08*step(j + 1.5 - k), initial: thermal(0.6)}
            two: {count: 3, frequency: 0.8 + 0.15*(j-1), hopping: 0.06*step(j + 1.5 - k), initial: coherent(0.7*exp(0.4*i*j)/j)}
            coupling: 0.06*(1 + 0.4*cos(1.3*(j-1) + 0.7*(k-1)))
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void energiesAreThoseOfOneExcitation(boolean isDisplaced) {
        QuadraticModel model = ModesText.read(isDisplaced ? COHERENT : ModesText.inhomogeneous(), 12, 25);
        NormalModes modes = NormalModes.of(model);
        double[][] found = new Energies(modes).of(Moments.of(modes).numbers());
        double quanta = quanta(modes);
        ExactCurves exact = MasterEquation.solve(oneExcitation(model, modes, quanta));
        String[] names = {"first", "second", "interaction"};
        for (int q = 0; q < names.length; q++) {
            double[] expected = exact.curve(names[q]).orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(quanta * expected[i], found[q][i], 1e-10 * quanta, names[q] + " in row " + i);
            }
        }
    }

    private static double quanta(NormalModes modes) {
        ComplexMatrix numbers = Moments.of(modes).numbers();
        double sum = 0;
        for (int a = 0; a < modes.count(); a++) {
            sum += numbers.re().at(a, a);
        }
        return sum;
    }

    /** N(0) by the modes of the file, found without normal modes: the Bose function of h_1 by local modes, amplitudes as they stand. */
    private static Model oneExcitation(QuadraticModel model, NormalModes modes, double quanta) {
        int n = model.modeCount();
        ComplexMatrix local = Instant.block(modes.vectors(), Moments.of(modes).numbers(), modes.vectors());
        RealMatrix basis = new RealMatrix(n, n);
        for (int part = 0; part < NormalModes.PARTS; part++) {
            int first = modes.first(part);
            for (int i = 0; i < modes.count(part); i++) {
                for (int j = 0; j < modes.count(part); j++) {
                    basis.entries()[(first + i) * n + first + j] = modes.bases()[part].at(i, j);
                }
            }
        }
        ComplexMatrix numbers = basis.times(local).times(basis.transposed());
        double[][] h = model.matrix();
        double[][][] pieces = new double[3][n][n];
        int split = model.first().count();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                pieces[i < split && j < split ? 0 : i >= split && j >= split ? 1 : 2][i][j] = h[i][j];
            }
        }
        return ModelBuilder.named("one-excitation").subsystem("m", "levels(" + n + ")").matrix("h", h).matrix("h1", pieces[0]).matrix("h2", pieces[1]).matrix("g", pieces[2])
                .matrix("rho", rows(numbers.re(), quanta, 1), rows(numbers.im(), quanta, -1)).hamiltonian("h").initial("density(rho)").time(0, model.time().end(), model.time().pointCount())
                .observable("first", "h1").observable("second", "h2").observable("interaction", "g").build();
    }

    /** Symmetric, or with sign −1 antisymmetric, to the last bit. */
    private static double[][] rows(RealMatrix matrix, double divisor, int sign) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = 0.5 * (matrix.at(i, j) + sign * matrix.at(j, i)) / divisor;
            }
        }
        return rows;
    }
}
