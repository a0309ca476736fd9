package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/** Problems that have no solution on the whole grid are refused with the model and the time, never answered with numbers. */
class MasterEquationFailureTest {

    private record Rate(DoubleUnaryOperator function) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return new Value(function.applyAsDouble(t), 0, 0, 0);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return new double[0];
        }
    }

    private static Model decaying(DoubleUnaryOperator rate) {
        Channel emission = new Channel("emission", TimeDependentOperator.constant(Operators.SIGMA_MINUS), new Rate(rate),
                TimeFunction.constant(-1));
        return ModelFixture.of(Operators.constant(1, Operators.EXCITED)).level(0).bath("vacuum", emission).time(0, 3, 4).build();
    }

    private static void assertRefusedAfter(double time, Model model) {
        String message = assertThrows(ModelException.class, () -> MasterEquation.solve(model)).getMessage();
        assertTrue(message.contains("model fixture"), message);
        double named = Double.parseDouble(message.substring(message.indexOf("t=") + 2));
        assertTrue(named >= time - 1 && named <= time, message);
    }

    @Test
    void rateThatDivergesIsRefused() {
        assertRefusedAfter(1.5, decaying(t -> -1 / ((t - 1.5) * Math.abs(t - 1.5))));
    }

    @Test
    void rateThatIsNoNumberIsRefused() {
        assertRefusedAfter(1.5, decaying(t -> Math.sqrt(1.5 - t)));
    }

    @Test
    void rateThatIsNoNumberFromTheStartIsRefused() {
        assertRefusedAfter(0, decaying(t -> Double.NaN));
    }
}
