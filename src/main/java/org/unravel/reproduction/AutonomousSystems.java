package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.List;

import org.unravel.figure.Axis;

/** Systems that exchange energy by themselves, with nothing that drives them, and the heat and work that each provides. */
final class AutonomousSystems {

    static final String TEXT = "Santos and Latune, arXiv:2601.01272";
    static final String PREFIX = "autonomous-";
    private static final String MODEL = "model";

    private AutonomousSystems() {
    }

    static List<Entry> entries() {
        return List.of(spontaneous());
    }

    /** The passive state of a qubit is a thermal one, so that its passive energy is the energy of the thermal reference, and its exergy the ergotropy. */
    private static Entry spontaneous() {
        TimeSetting setting = TimeSetting.of(MODEL, ModelSource.shipped("spontaneous-emission"), "omega_t").defining();
        Reading thermal = in(AveragedStates.state("energy.passive"));
        Reading ergotropy = in(AveragedStates.state("ergotropy"));
        List<Column> columns = List.of(Column.of("Gamma_t", "1", NONE, "time in units of the lifetime", Reading.x()),
                Column.of("omega_t", "1", NONE, "time", in(TimeSetting.TIMES)),
                Column.of("P_e", "1", NONE, "population of the excited level", in("excited")),
                Column.of("U", "omega", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("dU", "omega", INTO_SYSTEM, "its change", in("energy").sinceStart()),
                Column.of("S", "nat", NONE, "entropy of the averaged state", in(AveragedStates.state("entropy"))),
                Column.of("beta", "1/omega", NONE, "inverse temperature of the thermal state of the same entropy, never negative", in(AveragedStates.state("beta")).absolute()),
                Column.of("Uth", "omega", NONE, "energy of that thermal state", thermal),
                Column.of("Q", "omega", OUT_OF_SYSTEM, "heat that the qubit provides: minus the change of Uth", thermal.sinceStart().negated()),
                Column.of("W", "omega", OUT_OF_SYSTEM, "work that it provides: minus the change of its exergy", ergotropy.sinceStart().negated()),
                Column.of("ergotropy", "omega", NONE, "ergotropy of the averaged state", ergotropy),
                Column.of("exergy", "omega", NONE, "U - Uth; of a qubit its ergotropy", ergotropy),
                Column.of("Q_std", "omega", INTO_SYSTEM, "heat by the usual definition", in("heat")),
                Column.of("jump_rate", "omega", NONE, "expected rate of clicks", in("excited").times(0.01)),
                Column.of("mean_jumps", "1", NONE, "expected number of clicks", in("jumps.vacuum.emission")));
        Axis x = Axis.linear("Γt", "");
        return Entry.of(PREFIX + "spontaneous", "Spontaneous emission of an excited qubit", TEXT + ", Fig. 8, eqs. (39)-(41)", List.of(setting), columns, List.of(
                new Panel("energies", "Fig. 8: energy, heat and work", "Provided by the qubit (Q, W); its change of energy. Until Γt = ln 2 it is inverted.", x, Axis.linear("energy", "ω"), List.of("dU", "Q", "W")).marked(0.693),
                new Panel("heats", "Heat of two definitions", "Provided by entropy (Q), and absorbed by the usual definition (Q_std). After Γt = ln 2 their rates are opposite.", x, Axis.linear("heat", "ω"),
                        List.of("Q", "Q_std")))).remarked("Equation (41) of the text is (39) again and would give W = 2 omega, twice the exergy of the start: after t = ln 2/Gamma it should read Q = -omega P_e, so that W = omega.");
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }
}
