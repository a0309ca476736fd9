package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.exact.LongTimeStatistics;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** Numbers of the laser-driven atom that the channels of its model have, and the state that it tends to. */
final class FloquetRates {

    private FloquetRates() {
    }

    /** Angles, summed rates between the Floquet modes at t = 0, and what follows. */
    static Map<String, Double> of(Model model) {
        double detuning = model.parameters().get("Delta");
        double gap = model.parameters().get("Omega_R");
        double theta = Math.acos(detuning / gap);
        double[] plus = {Math.cos(theta / 2), Math.sin(theta / 2)};
        double[] minus = {-plus[1], plus[0]};
        double up = 0;
        double down = 0;
        double phase = 0;
        for (Channel channel : model.channels()) {
            SparseMatrix a = channel.operator().at(model.time().start());
            double rate = channel.rate().at(model.time().start()).re();
            down += rate * square(a, minus, plus);
            up += rate * square(a, plus, minus);
            phase += rate * square(a, plus, plus);
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("delta", detuning);
        numbers.put("OR", gap);
        numbers.put("theta", theta);
        numbers.put("hnorm", Math.hypot(model.parameters().get("omega_0") / 2, model.parameters().get("Omega")));
        numbers.put("gamma_up", up);
        numbers.put("gamma_down", down);
        numbers.put("gamma_0", phase);
        numbers.put("Gamma1", up + down);
        numbers.put("Gamma2", (up + down) / 2 + 2 * phase);
        numbers.put("kappa", (up - down) / (up + down));
        return numbers;
    }

    /** The same with the state in a long time. */
    static Map<String, Double> withSteadyState(Model model) {
        Map<String, Double> numbers = of(model);
        Map<String, Double> means = LongTimeStatistics.of(model).means();
        double[] bloch = {means.get("X"), means.get("Y"), means.get("sz")};
        TwoLevelSplittings state = new TwoLevelSplittings(bloch, new double[3], new double[] {1, 0, 0}, new double[3], 0, 0);
        numbers.put("ss_rz", bloch[2]);
        numbers.put("ss_coherence", state.coherence());
        numbers.put("ss_r", state.length());
        numbers.put("ss_U", means.get("energy"));
        numbers.put("ss_P", state.purity());
        numbers.put("ss_S", state.entropy());
        return numbers;
    }

    /** |⟨v|A|w⟩|² of real vectors. */
    private static double square(SparseMatrix a, double[] v, double[] w) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                re += v[i] * a.re(i, j) * w[j];
                im += v[i] * a.im(i, j) * w[j];
            }
        }
        return re * re + im * im;
    }
}
