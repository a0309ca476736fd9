package org.unravel.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the names in the results of a model stand for. Immutable. */
public final class Quantities {

    private final String model;
    private final Map<String, Quantity> quantities = new HashMap<>();
    /** Apart: an observable may have the name of something that has no curve. */
    private final Map<String, Quantity> observables = new HashMap<>();

    private Quantities(String model) {
        this.model = model;
    }

    /** All quantities that a result of a model may hold, whatever is measured and recorded. */
    public static Quantities of(Model model) {
        Quantities all = new Quantities(model.name());
        Arrays.stream(Quantity.Kind.values()).filter(Quantity.Kind::isOfTheWhole).forEach(kind -> all.put(Quantity.of(kind)));
        for (Bath bath : model.baths()) {
            all.put(Quantity.of(Quantity.Kind.HEAT_OF_BATH, bath));
            all.put(Quantity.of(Quantity.Kind.HEAT_COUNTED_OF_BATH, bath));
            if (bath.hasParticles()) {
                all.put(Quantity.of(Quantity.Kind.PARTICLES_OF_BATH, bath));
            }
            bath.channels().forEach(c -> all.put(Quantity.of(bath, c)));
        }
        model.counting().counts().forEach(c -> all.put(Quantity.of(c)));
        if (model.hasJointHeat()) {
            all.put(Quantity.of(model.baths().get(0), model.baths().get(1)));
        }
        model.observables().forEach(o -> all.observables.put(o.name(), Quantity.of(o)));
        return all;
    }

    private void put(Quantity quantity) {
        quantities.put(quantity.name(), quantity);
    }

    /**
     * The quantity whose curve has a name: one of the ledger, or an observable.
     *
     * @throws IllegalArgumentException if the model has none of that name
     */
    public Quantity ofCurve(String name) {
        Quantity observable = observables.get(name);
        return observable == null ? of(name) : observable;
    }

    /**
     * The quantity that has a name among the values at the end, the numbers and heats that are counted, and what a run may stop by: all but observables.
     *
     * @throws IllegalArgumentException if the model has none of that name
     */
    public Quantity of(String name) {
        Quantity quantity = quantities.get(name);
        if (quantity == null) {
            throw new IllegalArgumentException("expected the name of a quantity of the model " + model + ", found '" + name + "'");
        }
        return quantity;
    }
}
