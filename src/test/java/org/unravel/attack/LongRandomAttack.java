package org.unravel.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Not part of the suite: {@code mvn -B -Pattack verify -Dattack.models=10000}. */
class LongRandomAttack {

    @Test
    void noSilentWrongAnswerAndNoMoreAlarmsThanPromised() throws InterruptedException {
        long models = Long.getLong("attack.models", 1000);
        assertTrue(RandomAttack.attack(Long.getLong("attack.first", 1), models), "see the table and the seeds above");
    }
}
