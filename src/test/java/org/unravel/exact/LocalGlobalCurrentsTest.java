package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ReferenceTable;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;

/** Heat in the long run of pairs between two baths, from couplings by the local and by the global equation: tables of an independent implementation, and closed forms. */
class LocalGlobalCurrentsTest {

    /** Tables have twelve digits; the master equation is good to 1e-11 of the largest heat, some 5 here, over the span of times. */
    private static final double TABLE = 1e-12;
    /** Relaxation is at least as fast as 0.005: what is left of the start is below 1e-17. */
    private static final double LATE = 8000;

    private static Model read(String name, Map<String, String> values) {
        return ModelReader.readShipped(name, values).withTime(new TimeGrid(0, 2 * LATE, 3));
    }

    /** Heat per time of a bath, energies those of the whole. */
    private static double current(Model model, int bath) {
        double[] heat = MasterEquation.solve(model).curve(Quantity.heat(model.baths().get(bath))).orElseThrow();
        return (heat[2] - heat[1]) / LATE;
    }

    private static double counted(Model model, int bath) {
        return CurrentStatistics.of(model).current(CountedQuantity.heat(model, model.baths().get(bath))).mean();
    }

    @Test
    void atOneTemperatureTheLocalEquationCarriesHeatAndTheGlobalOneNone() {
        Map<String, String> equal = Map.of("T_1", "0.5", "T_2", "0.5");
        Model local = read("two-qubits-local", equal);
        assertEquals(-2.12975531934e-4, current(local, 0), TABLE);
        assertEquals(-2.7169e-4, counted(local, 0), 5e-9, "five digits are given");
        assertTrue(Math.abs(counted(local, 0) + counted(local, 1)) > 1e-4, "local quanta do not add up");
        Model global = read("two-qubits-global", equal);
        assertEquals(0, current(global, 0), TABLE);
        assertEquals(0, counted(global, 0), TABLE);
    }

    /** G_i = Γ_i(2n_i + 1), I = (f_1 − f_2)/(1/k + 1/G_1 + 1/G_2): the counted heat is ω_1 I, the heat with the whole energy I(ω_1G_2 + ω_2G_1)/(G_1 + G_2). */
    @Test
    void theCountedHeatOfTheLocalPairIsItsFlowOfQuanta() {
        double eta = 0.02;
        double[] omega = {1, 0.6};
        double[] n = {1 / Math.expm1(2 * omega[0]), 1 / Math.expm1(2 * omega[1])};
        double[] g = {eta * omega[0] * (2 * n[0] + 1), eta * omega[1] * (2 * n[1] + 1)};
        double mean = (g[0] + g[1]) / 2;
        double k = 2 * 0.01 * mean / (mean * mean + 0.16);
        double flow = (n[0] / (2 * n[0] + 1) - n[1] / (2 * n[1] + 1)) / (1 / k + 1 / g[0] + 1 / g[1]);
        Model local = read("two-qubits-local", Map.of("T_1", "0.5", "T_2", "0.5"));
        assertEquals(omega[0] * flow, counted(local, 0), TABLE);
        assertEquals(flow * (omega[0] * g[1] + omega[1] * g[0]) / (g[0] + g[1]), current(local, 0), TABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 67, 133, 200})
    void couplingTable(int row) {
        ReferenceTable table = ReferenceTable.read("first_law_local_global_coupling");
        Map<String, String> values = Map.of("T_1", "0.5", "T_2", "0.5", "g", Double.toString(table.column("g")[row]));
        assertEquals(table.column("J1_local")[row], current(read("two-qubits-local", values), 0), TABLE);
        assertEquals(table.column("J2_local")[row], current(read("two-qubits-local", values), 1), TABLE);
        assertEquals(table.column("J1_global")[row], current(read("two-qubits-global", values), 0), TABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 80, 120, 199})
    void temperatureTable(int row) {
        ReferenceTable table = ReferenceTable.read("first_law_local_global_temperature");
        double temperature = table.column("T2")[row];
        Map<String, String> values = Map.of("T_1", "0.5", "T_2", Double.toString(temperature));
        Model local = read("two-qubits-local", values);
        Model global = read("two-qubits-global", values);
        assertEquals(table.column("J1_local")[row], current(local, 0), TABLE);
        assertEquals(table.column("J1_global")[row], current(global, 0), TABLE);
        assertEquals(table.column("J2_global")[row], counted(global, 1), TABLE);
        // entropy production, which the local equation may have negative
        double sigma = -current(global, 0) / 0.5 - current(global, 1) / temperature;
        assertEquals(table.column("sigma_global")[row], sigma, TABLE / temperature * 3);
        assertEquals(table.column("sigma_local")[row], -current(local, 0) / 0.5 - current(local, 1) / temperature, TABLE / temperature * 3);
    }

    /** The current of the file's 11 x 18 levels: the ends of both ladders leave 3e-7 of it. */
    @Test
    void localOscillatorsOfTheCouplingTable() {
        int row = 67;
        ReferenceTable table = ReferenceTable.read("first_law_local_global_coupling");
        double expected = table.column("J1_local_oscillators")[row];
        Map<String, String> values = Map.of("T_1", "0.5", "T_2", "0.5", "g", Double.toString(table.column("g")[row]));
        Model model = ModelReader.readShipped("two-oscillators-local", values);
        assertEquals(198, model.dimension());
        assertEquals(expected, LongTimeStatistics.of(model).powers().get("heat.one"), 4e-7 * Math.abs(expected));
    }

    /** The same pair of oscillators: steady current of the table from a ladder of 4 × 6 levels at the temperature at which it is long enough. */
    @Test
    void oscillatorsByModesAreThoseOfTheWholeLadder() {
        Model model = ModelReader.readShipped("two-oscillators-global", Map.of("N_1", "3", "N_2", "4", "T_1", "0.05", "T_2", "0.05")).withTime(new TimeGrid(0, 2 * LATE, 3));
        assertEquals(0, current(model, 0), TABLE);
        for (Bath bath : model.baths()) {
            assertEquals(4, bath.channels().size(), "two normal frequencies, each with emission and absorption");
        }
    }
}
