package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;

import org.unravel.exact.MasterEquation;
import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.InternalDissipation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** First-law topics of one system in time: driven qubit, oscillator, tilted dephasing, Lamb-shift gauges, a rotating frame, heat between clicks and between two baths. */
final class FirstLawQubits {

    static final String TEXT = "First law of quantum thermodynamics in open quantum systems";

    private static final String MODEL = "model";
    private static final String PREFIX = "first-law-";
    private static final Axis TIME = Axis.linear("t", "1/energy");
    private static final QubitReadings STATE = new QubitReadings(MODEL, t -> QubitReadings.Field.along(0.5));

    private FirstLawQubits() {
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(List.of(driven(), oscillator(), tilted(), rotating()));
        entries.add(lamb("constant", "delta", "delta", "0.2"));
        entries.add(lamb("timedep", "delta(t)", "growing", "0.2"));
        entries.add(lamb("noncommuting", "epsilon sigma_x/2", "epsilon", "0.15").remarked("Dressed and bare gauge differ by a unitary heat that is not small: the shift does not commute with the energy."));
        entries.add(conserved("dephasing", "delta under pure dephasing", "delta", "Conditions that hold: the shift commutes with H_S and dephasing conserves it, so that neither heat nor work depends on the gauge."));
        entries.add(conserved("dephasing-timedep", "delta(t) under pure dephasing", "growing", "The conditions for heat hold and that for work does not: work alone depends on the gauge."));
        entries.addAll(List.of(frame(), twoBaths(), noClick(), ergotropy("inverted", "0.3"), ergotropy("passive", "-0.3")));
        return entries;
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static Column time(String unit) {
        return Column.of("t", unit, NONE, "time", Reading.x());
    }

    private static Panel panel(String id, String title, String caption, String y, String... columns) {
        return new Panel(id, title, caption, TIME, Axis.linear(y, "energy"), List.of(columns));
    }

    private static Entry driven() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("x-drive"), "t", Derived.dissipation("R"), Derived.countedDissipation("R_counted"));
        return Entry.of(PREFIX + "xdrive", "Driven qubit: heat by a local dissipator and heat by clicks", TEXT + ", driven qubit", List.of(model), List.of(time("1/w"),
                Column.of("rx", "1", NONE, "Bloch vector", in("rx")), Column.of("ry", "1", NONE, "the same", in("ry")), Column.of("rz", "1", NONE, "the same", in("rz")),
                Column.of("U", "w", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("dW", "w^2", INTO_SYSTEM, "power of the drive, the mean of dH/dt", in("power")),
                Column.of("dQ", "w^2", INTO_SYSTEM, "heat per time, Tr H D rho", in("R").negated()),
                Column.of("W", "w", INTO_SYSTEM, "work", in("work")), Column.of("Q", "w", INTO_SYSTEM, "heat", in("heat")),
                Column.of("dQclick", "w^2", INTO_SYSTEM, "heat per time by quanta of +-w at the clicks", in("R_counted").negated())),
                List.of(panel("books", "First law", "Change of energy is work and heat.", "energy", "W", "Q"),
                        new Panel("heats", "Heat and quanta", "What a local dissipator does under a drive is more than the quanta of its clicks.", TIME, Axis.linear("heat per time", "energy²"), List.of("dQ", "dQclick"))));
    }

    private static Entry oscillator() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("damped-oscillator"), "t", Derived.dissipation("R")).defining();
        return Entry.of(PREFIX + "oscillator", "Damped oscillator from its fourth excited state", TEXT + ", damped oscillator", List.of(model), List.of(time("1/w"),
                Column.of("n", "1", NONE, "mean number of quanta", in("quanta")), Column.of("U", "w", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("dQ", "w^2", INTO_SYSTEM, "heat per time", in("R").negated()), Column.of("Q", "w", INTO_SYSTEM, "heat", in("heat")),
                Column.of("S", "nat", NONE, "entropy of the state", in(AveragedStates.state("entropy")))),
                List.of(panel("energy", "Relaxation", "Energy, and the heat that takes it.", "energy", "U", "Q")))
                .remarked("34 levels: the table is of the infinite ladder.");
    }

    private static List<Column> dephasing() {
        return List.of(time("1/w"), Column.of("rx", "1", NONE, "Bloch vector", in("sx")), Column.of("ry", "1", NONE, "the same", in("sy")), Column.of("rz", "1", NONE, "the same", in("sz")),
                Column.of("U", "w", INTO_SYSTEM, "mean energy", in("energy")), Column.of("dQ", "w^2", INTO_SYSTEM, "heat per time; no quanta are exchanged", in("R").negated()),
                Column.of("Q", "w", INTO_SYSTEM, "heat", in("heat")), Column.of("S", "nat", NONE, "entropy of the state", STATE.of(TwoLevelSplittings::entropy)));
    }

    private static Entry tilted() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.shipped("tilted-dephasing"), "t", Derived.dissipation("R")).with(QubitReadings.rates());
        return Entry.of(PREFIX + "tilted-constant", "Dephasing along an axis that is tilted from the energy", TEXT + ", tilted dephasing", List.of(model), dephasing(),
                List.of(panel("energy", "Heat without quanta", "Dephasing that does not commute with H exchanges energy.", "energy", "U", "Q")))
                .remarked("The text gives the heat as a proportionality; the factor -gamma omega belongs to (gamma/2)(sigma_z rho sigma_z - rho).");
    }

    private static Entry rotating() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("tilted-dephasing-rotating"), "t", Derived.dissipation("R")).with(QubitReadings.rates());
        List<Column> columns = new ArrayList<>(dephasing());
        columns.add(Column.of("dW", "w^2", INTO_SYSTEM, "power, the mean of dH/dt", in("power")));
        columns.add(Column.of("W", "w", INTO_SYSTEM, "work", in("work")));
        return Entry.of(PREFIX + "tilted-rotating", "Dephasing while the energy turns away from its axis", TEXT + ", tilted dephasing", List.of(model), columns,
                List.of(panel("books", "First law", "Energy, work and heat.", "energy", "U", "W", "Q"))).untabled(Rows.even("t", 0, 80, 201)).remarked("No table is shipped.");
    }

    private static Entry lamb(String kind, String shift, String... parameters) {
        return gauges(kind, shift, ModelSource.shipped("lamb-shift-" + kind), ModelSource.ofTexts("lamb-shift-dressed", parameters));
    }

    /** The conditions for heat to be the same in both gauges hold under pure dephasing. */
    private static Entry conserved(String kind, String shift, String parameter, String remark) {
        ModelSource bare = ModelSource.ofTexts("lamb-shift-dephasing", parameter, "0.2");
        ModelSource dressed = bare.with("counted", "1");
        return gauges(kind, shift, bare, dressed).untabled(Rows.even("t", 0, 60, 201)).with(() -> gaugeConditions(bare.open().model(), dressed.open().model())).remarked(remark + " No table is shipped.");
    }

    private static List<Identity> gaugeConditions(Model bare, Model dressed) {
        double end = bare.time().end();
        TimeDependentOperator shift = dressed.energy().minus(bare.energy());
        double change = 0.6 * (shift.at(end).re(0, 0) - shift.at(0).re(0, 0));
        double work = MasterEquation.solve(dressed.withTime(new TimeGrid(0, end, 2))).curve(Quantity.WORK).orElseThrow()[1];
        return List.of(Identity.ofMatrices("[H_S, H_LS] = 0", bare.energy().commutator(shift).at(end), SparseMatrix.zero(2)),
                Identity.ofMatrices("D†(H_LS) = 0", InternalDissipation.heisenberg(bare.channels().get(0), shift).at(end), SparseMatrix.zero(2)),
                Identity.ofNumbers("W_d - W = r_z times the change of delta/2", work, change, Identity.Claim.EQUAL).within(Identity.INTEGRATION));
    }

    private static Entry gauges(String kind, String shift, ModelSource bareSource, ModelSource dressedSource) {
        TimeSetting bare = TimeSetting.of(MODEL, bareSource, "t");
        TimeSetting dressed = TimeSetting.of("dressed", dressedSource, "t");
        Reading heat = Reading.of("dressed", "heat");
        Reading work = Reading.of("dressed", "work");
        return Entry.of(PREFIX + "lamb-" + kind, "Two gauges of a Lamb shift, " + shift, TEXT + ", Lamb-shift gauge", List.of(bare, dressed), List.of(time("1/w0"),
                Column.of("rx", "1", NONE, "Bloch vector", in("rx")), Column.of("ry", "1", NONE, "the same", in("ry")), Column.of("rz", "1", NONE, "the same", in("rz")),
                Column.of("U", "w0", INTO_SYSTEM, "energy without the shift", in("energy")), Column.of("Q", "w0", INTO_SYSTEM, "heat of that energy", in("heat")),
                Column.of("W", "w0", INTO_SYSTEM, "work of that energy", in("work")),
                Column.of("U_d", "w0", INTO_SYSTEM, "energy with the shift", Reading.of("dressed", "energy")), Column.of("Q_d", "w0", INTO_SYSTEM, "heat of that energy", heat),
                Column.of("W_d", "w0", INTO_SYSTEM, "work of that energy", work),
                Column.of("dW", "w0", INTO_SYSTEM, "W_d - W", work.with(in("work"), (d, b) -> d - b)), Column.of("dQ", "w0", INTO_SYSTEM, "Q_d - Q", heat.with(in("heat"), (d, b) -> d - b)),
                Column.of("Q_unitary", "w0", INTO_SYSTEM, "part of Q by the commutator with the shift", in("heat.unitary"))),
                List.of(panel("heats", "Heat in both gauges", "With the shift in the energy and without.", "energy", "Q", "Q_d"), panel("gauge", "What the gauge changes", "Differences of heat and of work.", "energy", "dQ", "dW")));
    }

    private static Entry frame() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("rotating-frame"), "t", Derived.dissipation("R"), Derived.rate("mismatch", "turned"),
                new Derived("wrong", m -> Derived.rate("", "turned").operator().apply(m).plus(Derived.observable(m, "generator")).minus(Derived.dissipation("").operator().apply(m))))
                .with(QubitReadings.rates());
        Reading rate = STATE.of(TwoLevelSplittings::entropyRate);
        double temperature = 0.6;
        return Entry.of(PREFIX + "frame", "Heat in a rotating frame, and what is wrong with it", TEXT + ", frame dependence", List.of(model), List.of(time("1/w0"),
                Column.of("rx", "1", NONE, "Bloch vector", in("sx")), Column.of("ry", "1", NONE, "the same", in("sy")), Column.of("rz", "1", NONE, "the same", in("sz")),
                Column.of("rx_frame", "1", NONE, "in the frame", in("x_frame")), Column.of("ry_frame", "1", NONE, "the same", in("y_frame")),
                Column.of("dS", "nat*w0", NONE, "rate of the entropy", rate),
                Column.of("dQ_true", "w0^2", INTO_SYSTEM, "heat per time", in("R").negated()),
                Column.of("dQ_mismatch", "w0^2", INTO_SYSTEM, "error because H_0 is not turned with the frame", in("mismatch")),
                Column.of("dQ_generator", "w0^2", INTO_SYSTEM, "error by the generator of the frame: its speed times coherence", in("generator")),
                Column.of("dQ_wrong", "w0^2", INTO_SYSTEM, "Tr H_0 d rho'/dt in the frame: all three", in("wrong")),
                Column.of("sigma_true", "nat*w0", NONE, "dS - dQ_true/T", rate.with(in("R"), (s, r) -> s + r / temperature)),
                Column.of("sigma_wrong", "nat*w0", NONE, "dS - dQ_wrong/T: turns negative", rate.with(in("wrong"), (s, q) -> s - q / temperature)),
                Column.of("Q_true", "w0", INTO_SYSTEM, "heat", in("heat")), Column.of("Q_wrong", "w0", INTO_SYSTEM, "change of Tr H_0 rho'", in("H_frame").sinceStart())),
                List.of(panel("heats", "True and wrong heat", "In the frame, Tr H₀ dρ'/dt is not heat.", "energy", "Q_true", "Q_wrong"),
                        new Panel("production", "Entropy production", "By the true heat it is never negative.", TIME, Axis.linear("σ", "energy"), List.of("sigma_true", "sigma_wrong"))))
                .remarked("Both errors vanish where [H_0, K] = 0; the one of the generator alone is proportional to frame speed and coherence.");
    }

    private static Entry twoBaths() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("two-bath-qubit"), "t", Derived.dissipation("R_1", "one"), Derived.dissipation("R_2", "two")).withVariances();
        String one = "heat.counted.one";
        String two = "heat.counted.two";
        return Entry.of(PREFIX + "stochastic-heat", "Heat of a qubit between two baths, and its fluctuations", TEXT + ", stochastic heat", List.of(model), List.of(time("1/w"),
                Column.of("p_e", "1", NONE, "population of the excited level", in("excited")), Column.of("dU", "w", INTO_SYSTEM, "change of energy", in("energy.change")),
                Column.of("mean_Q1", "w", INTO_SYSTEM, "mean heat from the first bath", in(one)), Column.of("mean_Q2", "w", INTO_SYSTEM, "from the second", in(two)),
                Column.of("var_Q1", "w^2", NONE, "variance of the first", Reading.variance(MODEL, one)), Column.of("var_Q2", "w^2", NONE, "of the second", Reading.variance(MODEL, two)),
                Column.of("cov_Q1_Q2", "w^2", NONE, "covariance", Reading.variance(MODEL, one + "|" + two)),
                Column.of("J1", "w^2", INTO_SYSTEM, "heat per time from the first bath", in("R_1").negated()), Column.of("J2", "w^2", INTO_SYSTEM, "from the second", in("R_2").negated())),
                List.of(panel("means", "Mean heats", "From the hot and from the cold bath.", "heat", "mean_Q1", "mean_Q2", "dU"),
                        new Panel("fluctuations", "Fluctuations", "Variances and covariance.", TIME, Axis.linear("variance", "energy²"), List.of("var_Q1", "var_Q2", "cov_Q1_Q2"))));
    }

    private static Entry noClick() {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("superposed-decay"), "t");
        Reading survival = in("jumps.vacuum.emission").affine(-1, 1);
        Reading conditional = in("excited").with(survival, (p, s) -> p / s);
        double ground = 0.4;
        Reading drift = survival.with(survival, (s, same) -> ground * Math.log(s));
        Reading jump = in("heat").with(survival, (q, s) -> q - ground * Math.log(s));
        return Entry.of(PREFIX + "no-click-drift", "Energy drifts while nothing clicks", TEXT + ", stochastic heat", List.of(model), List.of(time("1/w"),
                Column.of("survival", "1", NONE, "probability of no click", survival), Column.of("p_e_noclick", "1", NONE, "excited population if there was none", conditional),
                Column.of("U_noclick", "w", INTO_SYSTEM, "energy if there was none", conditional.affine(1, -0.5)),
                Column.of("p_e", "1", NONE, "excited population", in("excited")), Column.of("Q_clicks", "w", INTO_SYSTEM, "quanta of the clicks", in("heat.counted")),
                Column.of("Q_jump", "w", INTO_SYSTEM, "change of the mean energy at clicks", jump.sampledAs(in("heat.jump"))),
                Column.of("Q_drift", "w", INTO_SYSTEM, "and between them: w (1 - p_0) ln(survival)", drift.sampledAs(in("heat.drift")))),
                List.of(panel("heats", "Two books of one heat", "Quanta at clicks, or jumps and drift of the mean energy.", "heat", "Q_clicks", "Q_jump", "Q_drift")))
                .remarked("No heat between jumps holds for quanta, not for the mean energy of a superposition.");
    }

    private static Entry ergotropy(String name, String z) {
        TimeSetting model = TimeSetting.of(MODEL, ModelSource.ofTexts("dephased-qubit", "z_0", z), "t").with(QubitReadings.rates()).defining("ergotropy");
        Reading rate = STATE.of(TwoLevelSplittings::ergotropyRate);
        return Entry.of(PREFIX + "ergotropy-" + name, "Ergotropy of a dephasing qubit, " + name, TEXT + ", ergotropy", List.of(model), List.of(time("1/w"),
                Column.of("coh", "1", NONE, "coherence 2|rho_eg|", STATE.of(TwoLevelSplittings::coherence)), Column.of("r", "1", NONE, "length of the Bloch vector", STATE.of(TwoLevelSplittings::length)),
                Column.of("U", "w", INTO_SYSTEM, "mean energy", in("energy")), Column.of("ergotropy", "w", INTO_SYSTEM, "work that a unitary can take", in(AveragedStates.state("ergotropy"))),
                Column.of("ergotropy_incoherent", "w", INTO_SYSTEM, "of the populations alone", in(AveragedStates.state("ergotropy.incoherent"))),
                Column.of("ergotropy_coherent", "w", INTO_SYSTEM, "what coherence adds", in(AveragedStates.state("ergotropy.coherent"))),
                Column.of("U_passive", "w", INTO_SYSTEM, "what no unitary can take", in(AveragedStates.state("energy.passive"))),
                Column.of("dErgotropy", "w^2", INTO_SYSTEM, "rate of the ergotropy", rate), Column.of("dQ_passive", "w^2", INTO_SYSTEM, "rate of the passive energy", rate.negated()),
                Column.of("S", "nat", NONE, "entropy of the state", in(AveragedStates.state("entropy")))),
                List.of(panel("ergotropy", "Ergotropy", "All of it, of the populations, and of coherence.", "ergotropy", "ergotropy", "ergotropy_incoherent", "ergotropy_coherent"),
                        panel("energy", "Energy", "The mean stays, its passive part grows.", "energy", "U", "U_passive")));
    }
}
