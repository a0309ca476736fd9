package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/**
 * A quantity of the averaged state against time, by the names of {@code states.csv}.
 *
 * @param name its name
 * @param definition whose heat it holds, by its name; empty of the state alone
 * @param needs what it has to know
 * @param obstacle why a part of a model has none; empty where it has
 * @param curve its values in an account in which the part is looked at, shape [grid points]
 */
public record StateQuantity(String name, Optional<String> definition, Set<Need> needs, BiFunction<Model, String, Optional<Absence>> obstacle, Function<Account, double[]> curve) {
}
