package org.unravel.exact;

import static org.unravel.exact.ModelFixture.channel;
import static org.unravel.exact.Operators.constant;
import static org.unravel.exact.Operators.unit;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** The problems of the reference tables, built without a file. */
final class ReferenceModels {

    private static final double DECAY = 0.05;

    private ReferenceModels() {
    }

    static Model of(String name) {
        return switch (name) {
            case "spontaneous-emission" -> ModelFixture.of(constant(1, Operators.EXCITED)).level(0)
                    .bath("vacuum", channel("emission", Operators.SIGMA_MINUS, 0.01, -1))
                    .observable("excited", Operators.EXCITED).time(0, 600, 201).build();
            case "thermal-qubit" -> ModelFixture.of(constant(0.5, Operators.SIGMA_Z)).bath("environment", thermal(0.25))
                    .observable("excited", Operators.EXCITED).observable("sz", Operators.SIGMA_Z).time(0, 120, 201).build();
            case "lab-frame-qubit" -> labFrameQubit();
            case "rwa-qubit" -> rotatingWaveQubit();
            case "thermal-oscillator" -> oscillator();
            case "tilted-dephasing" -> tiltedDephasing();
            case "multi-level-cascade" -> cascade();
            case "jaynes-cummings" -> coupled().time(0, Math.PI / 0.01, 201).build();
            case "reaction-coordinate" -> coupled().bath("residual", channel("loss", mode(Operators.annihilation(2)), 0.008, -1))
                    .time(0, 2000, 201).build();
            default -> throw new IllegalArgumentException("no model " + name);
        };
    }

    private static Channel[] thermal(double n) {
        return new Channel[] {channel("emission", Operators.SIGMA_MINUS, DECAY * (1 + n), -1),
            channel("absorption", Operators.SIGMA_PLUS, DECAY * n, 1)};
    }

    private static Model labFrameQubit() {
        TimeDependentOperator h = constant(0.5, Operators.SIGMA_Z).plus(Operators.times(Drives.cosine(0.2, 1), Operators.SIGMA_X));
        return ModelFixture.of(h).bath("environment", thermal(0)).observable("excited", Operators.EXCITED)
                .observable("sx", Operators.SIGMA_X).observable("sy", Operators.SIGMA_Y).time(0, 100, 201).build();
    }

    /** factor · (cos t σ_x + sin t σ_y), the component along an axis that turns with the drive. */
    private static TimeDependentOperator turning(double factor, double phase) {
        return Operators.times(new Drives.Cosine(factor, 1, phase), Operators.SIGMA_X)
                .plus(Operators.times(new Drives.Cosine(factor, 1, phase - Math.PI / 2), Operators.SIGMA_Y));
    }

    private static Model rotatingWaveQubit() {
        return ModelFixture.of(constant(0.5, Operators.SIGMA_Z).plus(turning(0.1, 0))).bath("environment", thermal(0)[0])
                .observable("excited", Operators.EXCITED).observable("x", turning(1, 0)).observable("y", turning(1, Math.PI / 2))
                .time(0, 100, 201).build();
    }

    private static Model oscillator() {
        SparseMatrix a = Operators.annihilation(21);
        double n = 1 / Math.expm1(1);
        return ModelFixture.of(constant(1, Operators.number(21))).level(4)
                .bath("environment", channel("emission", a, 0.1 * (1 + n), -1), channel("absorption", a.adjoint(), 0.1 * n, 1))
                .observable("quanta", Operators.number(21)).time(0, 60, 201).build();
    }

    /** r = (0.6, 0, 0.7): the two eigenvectors of ρ lie along and against r. */
    private static Model tiltedDephasing() {
        double length = Math.hypot(0.6, 0.7);
        double cos = Math.sqrt((1 + 0.7 / length) / 2);
        double sin = Math.sqrt((1 - 0.7 / length) / 2);
        InitialState mixed = new InitialState(List.of(
                new InitialState.Component((1 + length) / 2, new double[] {cos, sin}, new double[2]),
                new InitialState.Component((1 - length) / 2, new double[] {-sin, cos}, new double[2])));
        double half = Math.sqrt(0.5) / 2;
        return ModelFixture.of(constant(half, Operators.SIGMA_Z).plus(constant(half, Operators.SIGMA_X))).initial(mixed)
                .bath("dephasing", channel("z", Operators.SIGMA_Z, 0.05, 0)).observable("sx", Operators.SIGMA_X)
                .observable("sy", Operators.SIGMA_Y).observable("sz", Operators.SIGMA_Z).time(0, 120, 201).build();
    }

    private static Model cascade() {
        double[] e = {0, 1, 1.7, 3.1};
        int[][] jumps = {{1, 0}, {2, 0}, {2, 1}, {3, 0}, {3, 1}, {3, 2}};
        double[] rates = {0.05, 0.02, 0.03, 0.01, 0.04, 0.06};
        Channel[] channels = new Channel[rates.length];
        for (int k = 0; k < rates.length; k++) {
            channels[k] = channel("d" + jumps[k][0] + jumps[k][1], unit(4, jumps[k][1], jumps[k][0]), rates[k],
                    e[jumps[k][1]] - e[jumps[k][0]]);
        }
        double[] start = {0.0523699211894, 0.271723504351, 0.0199544133076, 0.655952161153};
        double[] ket = Arrays.stream(start).map(Math::sqrt).toArray();
        ModelFixture fixture = ModelFixture.of(TimeDependentOperator.constant(SparseMatrix.diagonal(e)))
                .initial(InitialState.pure(ket, new double[4])).bath("vacuum", channels).time(0, 120, 201);
        for (int i = 0; i < 4; i++) {
            fixture.observable("P" + i, unit(4, i, i));
        }
        return fixture.build();
    }

    private static SparseMatrix qubit(SparseMatrix local) {
        return local.kronecker(SparseMatrix.identity(2));
    }

    private static SparseMatrix mode(SparseMatrix local) {
        return SparseMatrix.identity(2).kronecker(local);
    }

    /** Excited qubit and empty mode that exchange a quantum at g = 0.01. */
    private static ModelFixture coupled() {
        SparseMatrix down = Operators.SIGMA_MINUS.kronecker(Operators.annihilation(2).adjoint());
        SparseMatrix coupling = down.plus(down.adjoint()).scaled(0.01, 0);
        SparseMatrix h = qubit(Operators.EXCITED).plus(mode(Operators.number(2))).plus(coupling);
        return ModelFixture.of(TimeDependentOperator.constant(h)).level(0).observable("excited", qubit(Operators.EXCITED))
                .observable("quanta", mode(Operators.number(2))).observable("coupling", coupling);
    }
}
