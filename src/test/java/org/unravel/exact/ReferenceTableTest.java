package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;

/** The shipped models against the tables of {@code data/reference}, every column that has a counterpart. */
class ReferenceTableTest {

    /**
     * In units of the largest value of a column. Tables have 12 digits and the master equation 11; numerical rates are the least
     * accurate, see {@link TableComparison}.
     */
    private static final double PRINTED = 1e-9;

    /**
     * The shipped oscillator has 21 levels, the table the whole ladder. The Gibbs weight of what is cut off is e^{−21} = 8e-10, which
     * shifts some 21 quanta, and somewhat more while the state spreads from the fourth level.
     */
    private static final double CUT_LADDER = 1e-7;

    private static TableComparison labFrame() {
        return TableComparison.of("dissipation_power_driven_resonant", "omega_q_t")
                .same("P_e", "excited").same("sigma_x", "sx").same("sigma_y", "sy").same("H", "energy")
                .rate("P", "work").oppositeRate(List.of("R_def"), "heat").oppositeRate(List.of("R_main"), "heat.counted")
                .oppositeRate(List.of("R_corr", "R_deph"), "heat.quantum").rate("dH_dt_total", "energy");
    }

    private static TableComparison rotatingWave() {
        return TableComparison.of("dissipation_power_driven_resonant", "omega_q_t")
                .same("P_e_rwa", "excited").same("sigma_x_rwa", "x").same("sigma_y_rwa", "y").rate("P_rwa", "work")
                .oppositeRate(List.of("R_rwa"), "heat").oppositeRate(List.of("R_main_rwa"), "heat.counted");
    }

    private static TableComparison spontaneous() {
        return TableComparison.of("autonomous_spontaneous", "omega_t").same("P_e", "excited").same("U", "energy")
                .same("dU", "energy.change").same("Q_std", "heat", "heat.counted").same("mean_jumps", "jumps.vacuum.emission")
                .rate("jump_rate", "jumps.vacuum.emission");
    }

    private static TableComparison thermalQubit() {
        return TableComparison.of("dissipation_power_undriven_thermal_ground", "omega_q_t").same("P_e", "excited")
                .same("sigma_z", "sz").same("H", "energy").rate("dH_dt", "energy").opposite("E_dissipated", "heat", "heat.counted")
                .oppositeRate(List.of("R_def"), "heat").rate("jump_rate_down", "jumps.environment.emission")
                .rate("jump_rate_up", "jumps.environment.absorption");
    }

    private static TableComparison oscillator() {
        return TableComparison.of("first_law_oscillator", "t").same("n", "quanta").same("U", "energy")
                .same("Q", "heat", "heat.counted").rate("dQ", "heat");
    }

    private static TableComparison tilted() {
        return TableComparison.of("first_law_tilted_constant", "t").same("rx", "sx").same("ry", "sy").same("rz", "sz")
                .same("U", "energy").same("Q", "heat", "heat.quantum").rate("dQ", "heat");
    }

    private static TableComparison cascade() {
        return TableComparison.of("dissipation_power_multilevel_T0", "omega_t").same("P_0", "P0").same("P_1", "P1")
                .same("P_2", "P2").same("P_3", "P3").same("H", "energy")
                .oppositeRate(List.of("R_def"), "heat", "heat.counted");
    }

    private static TableComparison reactionCoordinate() {
        return TableComparison.of("autonomous_rc_kappa0p8", "omega_t").same("P_e", "excited").same("U_A", "excited")
                .same("P_1", "quanta").same("U_B", "quanta").same("E_int", "coupling").opposite("E_lost", "heat", "heat.counted")
                .same("E_lost", "jumps.residual.loss").rate("jump_rate", "jumps.residual.loss");
    }

    private static TableComparison jaynesCummings() {
        return TableComparison.of("autonomous_jc2_excited", "omega_t").same("U_A", "excited").same("U_B", "quanta")
                .same("E_int", "coupling");
    }

    private static TableComparison twoQubits(String equation, String... counted) {
        TableComparison table = TableComparison.of("first_law_local_global_time", "t").same("n1_" + equation, "n_1").same("n2_" + equation, "n_2").same("U_" + equation, "energy")
                .same("Q1_" + equation, "heat.one").same("Q2_" + equation, "heat.two").rate("J1_" + equation, "heat.one").rate("J2_" + equation, "heat.two");
        return counted.length == 0 ? table : table.same("Q1_" + equation, counted);
    }

    private static TableComparison lambShift(String kind) {
        TableComparison table = TableComparison.of("first_law_lamb_" + kind, "t").same("rx", "rx").same("ry", "ry").same("rz", "rz").same("U", "energy").same("Q", "heat");
        return kind.equals("noncommuting") ? table.same("Q_unitary", "heat.unitary") : table.same("Q", "heat.counted");
    }

    private static TableComparison nonMarkovian(String kind) {
        return TableComparison.of("first_law_nonmarkov_" + kind, "t").same("p_e", "excited").same("Q", "heat", "heat.counted").rate("dQ", "heat");
    }

    /** The energy of the table is that of the qubit alone. Where its rate has poles the mode that is its memory has none. */
    private static TableComparison pseudomode() {
        return TableComparison.of("first_law_nonmarkov_strong", "t").same("p_e", "excited").rate("dQ", "excited");
    }

    static Stream<Arguments> shippedModels() {
        return Stream.of(Arguments.of("lab-frame-qubit", labFrame(), PRINTED), Arguments.of("rwa-qubit", rotatingWave(), PRINTED),
                Arguments.of("jaynes-cummings", jaynesCummings(), PRINTED),
                Arguments.of("reaction-coordinate", reactionCoordinate(), PRINTED),
                Arguments.of("multi-level-cascade", cascade(), PRINTED), Arguments.of("tilted-dephasing", tilted(), PRINTED),
                Arguments.of("thermal-oscillator", oscillator(), CUT_LADDER), Arguments.of("thermal-qubit", thermalQubit(), PRINTED),
                Arguments.of("spontaneous-emission", spontaneous(), PRINTED),
                Arguments.of("two-qubits-local", twoQubits("local"), PRINTED), Arguments.of("two-qubits-global", twoQubits("global", "heat.counted.one"), PRINTED),
                Arguments.of("lamb-shift-constant", lambShift("constant"), PRINTED), Arguments.of("lamb-shift-timedep", lambShift("timedep"), PRINTED),
                Arguments.of("lamb-shift-noncommuting", lambShift("noncommuting"), PRINTED),
                Arguments.of("nonmarkovian-weak", nonMarkovian("weak"), PRINTED), Arguments.of("nonmarkovian-oscillating", nonMarkovian("oscillating"), PRINTED),
                Arguments.of("nonmarkovian-pseudomode", pseudomode(), PRINTED));
    }

    private static Model read(String name) {
        return ModelReader.readShipped(name, Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shippedModels")
    void everyComparableColumnAgrees(String name, TableComparison comparison, double tolerance) {
        Map<String, Double> distances = comparison.distances(read(name));
        distances.values().removeIf(d -> d <= tolerance);
        assertTrue(distances.isEmpty(), () -> "farther than " + tolerance + ": " + distances);
    }

    static Stream<Arguments> modelsWithQuanta() {
        return shippedModels().filter(a -> !List.of("jaynes-cummings", "tilted-dephasing", "two-qubits-local", "lamb-shift-noncommuting", "nonmarkovian-pseudomode").contains(a.get()[0]));
    }

    static Stream<Arguments> modelsWithBaths() {
        return shippedModels().filter(a -> !"jaynes-cummings".equals(a.get()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modelsWithBaths")
    void rateTooLargeByFivePerCentIsCaught(String name, TableComparison comparison, double tolerance) {
        TimeFunction factor = TimeFunction.constant(1.05);
        assertCaught(comparison, tolerance, changeFirst(read(name),
                c -> new Channel(c.name(), c.operator(), c.rate().times(factor), c.heat())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modelsWithQuanta")
    void quantumOfTheWrongSignIsCaught(String name, TableComparison comparison, double tolerance) {
        TimeFunction factor = TimeFunction.constant(-1);
        assertCaught(comparison, tolerance, changeFirst(read(name),
                c -> new Channel(c.name(), c.operator(), c.rate(), c.heat().times(factor))));
    }

    /** The channel is silenced rather than taken out, so that its curves are still there to be compared. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("modelsWithBaths")
    void droppedChannelIsCaught(String name, TableComparison comparison, double tolerance) {
        assertCaught(comparison, tolerance, changeFirst(read(name),
                c -> new Channel(c.name(), c.operator(), TimeFunction.constant(0), c.heat())));
    }

    private static void assertCaught(TableComparison comparison, double tolerance, Model wrong) {
        assertTrue(comparison.distances(wrong).values().stream().anyMatch(d -> d > tolerance), "a planted error went unnoticed");
    }

    private static Model changeFirst(Model model, UnaryOperator<Channel> change) {
        Bath bath = model.baths().get(0);
        Channel[] channels = bath.channels().toArray(Channel[]::new);
        channels[0] = change.apply(channels[0]);
        List<Bath> baths = new ArrayList<>(model.baths());
        baths.set(0, new Bath(bath.name(), bath.inverseTemperature(), Arrays.asList(channels)));
        return model.withBaths(baths);
    }
}
