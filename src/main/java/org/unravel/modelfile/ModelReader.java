package org.unravel.modelfile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.unravel.bath.Contradictions;
import org.unravel.bath.coupling.LambShifts;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.CountingObservables;
import org.unravel.model.CutOffs;
import org.unravel.model.InitialState;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.model.Space;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;

/** Reads model files and checks every rule of the format before anything runs. */
public final class ModelReader {

    private static final List<String> KEYS = List.of("unravel", "name", "title", "parameters", "space", "let", "hamiltonian", "energy",
            SplitReader.KEY, SplitReader.INTERACTION, "baths", "initial", "time", PeriodReader.KEY, "observables", CountingReader.COUNTS, CountingReader.PASSAGES,
            CountingReader.CORRELATIONS, CountingReader.WORDS, UnravelingReader.KEY, "ensemble", LadderReader.CUT, LadderReader.EXACT);

    private final YamlNode.Mapping file;
    private final Map<String, Integer> levelCounts;
    private final Scope scope;
    private final Space space;
    private final TimeGrid time;
    private final PeriodReader period;
    private final TimeGrid checked;
    private final PhysicsCheck check;
    private final UnravelingReader unraveling;

    private ModelReader(YamlNode.Mapping file, Map<String, String> overrides, Map<String, Integer> levelCounts, Map<String, Meaning> arrays, TableFiles tables) {
        this.file = refuseModes(file).allow(KEYS, List.of());
        this.levelCounts = levelCounts;
        requireVersion(file);
        name(file);
        Map<String, String> all = new LinkedHashMap<>(overrides);
        all.putAll(LadderReader.overrides(file, levelCounts));
        YamlNode.Mapping let = section("let");
        Scope known = Scope.empty().withAbbreviations(Abbreviations.of(tables));
        Scope parameters = ParameterReader.read(known, section("parameters"), all, let.entries().keySet());
        this.space = LadderReader.read(file, SpaceReader.read(parameters, file.required("space").mapping(), levelCounts));
        this.scope = LetReader.read(ArrayNames.added(parameters.withSpace(space), arrays, file.place()), let);
        this.time = TimeReader.read(scope, file.required("time").mapping());
        this.period = new PeriodReader(scope, file);
        this.checked = period.checked(time);
        this.check = new PhysicsCheck(checked);
        this.unraveling = new UnravelingReader(file);
    }

    /**
     * Reads what the command line calls MODEL: a file if it ends in {@code .yaml} or holds a {@code /}, else a shipped model.
     *
     * @param model file or name
     * @param overrides parameter name to expression, in place of what the file says
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value and place
     */
    public static Model read(String model, Map<String, String> overrides) {
        return read(model, overrides, Map.of());
    }

    /**
     * Reads the same with other numbers of levels.
     *
     * @param model file or name
     * @param overrides parameter name to expression, in place of what the file says
     * @param levelCounts numbers of levels by the names of bosons and of {@code levels(d)}; where the file takes a size from one parameter, the parameter
     *        follows
     * @throws ModelFileException if a rule is broken: by a level that is not there, or a space that is too large
     */
    public static Model read(String model, Map<String, String> overrides, Map<String, Integer> levelCounts) {
        return read(shown(model), text(model), overrides, levelCounts, tables(model));
    }

    /**
     * Reads the same with its text.
     *
     * @param model file or name
     * @param overrides parameter name to expression, in place of what the file says
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value and place
     */
    public static ModelFile open(String model, Map<String, String> overrides) {
        return open(model, shown(model), text(model), overrides, tables(model));
    }

    /**
     * Reads text in place of a file, with its normal form.
     *
     * @param shown its name in messages
     * @param text what would stand in the file
     * @param overrides parameter name to expression, in place of what the text says
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value and place
     */
    public static ModelFile openText(String shown, String text, Map<String, String> overrides) {
        return open(shown, shown, FileText.checked(text, shown), overrides, TableFiles.none());
    }

    /**
     * Reads a model of boson modes, one that says {@code modes} in place of {@code space}, with its text.
     *
     * @param model file or name
     * @param overrides parameter name to expression, in place of what the file says
     * @return empty if the file says no {@code modes}: then it is one for {@link #open}
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value and place. Whether its energy has a lower bound is not known before its eigenvalues are
     */
    public static Optional<QuadraticModelFile> openModes(String model, Map<String, String> overrides) {
        return openModes(model, shown(model), text(model), overrides, tables(model));
    }

    /**
     * Reads text in place of such a file.
     *
     * @param shown its name in messages
     * @param text what would stand in the file
     * @param overrides parameter name to expression, in place of what the text says
     * @throws ModelFileException as {@link #openModes}
     */
    public static Optional<QuadraticModelFile> openModesText(String shown, String text, Map<String, String> overrides) {
        return openModes(shown, shown, FileText.checked(text, shown), overrides, TableFiles.none());
    }

    private static Optional<QuadraticModelFile> openModes(String model, String shown, String text, Map<String, String> overrides, TableFiles tables) {
        YamlNode.Mapping file = YamlDocument.parse(shown, text);
        if (file.entry(ModesReader.KEY).isEmpty()) {
            return Optional.empty();
        }
        file.entry("space").ifPresent(e -> {
            throw e.error("expected 'space' or 'modes', found both");
        });
        file.allow(ModesReader.KEYS, List.of());
        requireVersion(file);
        YamlNode.Mapping let = section(file, "let");
        Scope parameters = ParameterReader.read(Scope.empty().withAbbreviations(Abbreviations.of(tables)), section(file, "parameters"), overrides, let.entries().keySet());
        QuadraticModel read = ModesReader.read(file, name(file), title(file), LetReader.read(parameters, let));
        return Optional.of(new QuadraticModelFile(model.substring(model.lastIndexOf('/') + 1), text, NormalForm.of(file, read, tables), NormalForm.ofTrajectories(file, read, tables), read));
    }

    private static YamlNode.Mapping refuseModes(YamlNode.Mapping file) {
        file.entry(ModesReader.KEY).filter(e -> file.entry("space").isEmpty()).ifPresent(e -> {
            throw e.error("expected a model with 'space', found one with 'modes', which is for compare, run and explain alone").as(Reason.NOT_APPLICABLE);
        });
        return file;
    }

    private static ModelFile open(String model, String shown, String text, Map<String, String> overrides, TableFiles tables) {
        YamlNode.Mapping file = YamlDocument.parse(shown, text);
        Model read = new ModelReader(file, overrides, Map.of(), Map.of(), tables).model();
        String normalForm = NormalForm.of(file, KEYS, read, tables);
        if (normalForm.length() > FileText.MAX_BYTES) {
            throw file.error("expected a model of at most " + FileText.MAX_BYTES + " bytes with the points of its tables written out, found " + normalForm.length()
                    + ": a table that is used more than once belongs in let");
        }
        return new ModelFile(model.substring(model.lastIndexOf('/') + 1), text, normalForm, NormalForm.ofTrajectories(file, KEYS, read, tables), read);
    }

    private static TableFiles tables(String model) {
        return isShipped(model) ? TableFiles.none() : TableFiles.besides(Path.of(model));
    }

    private static String fileOf(String name) {
        return Files.exists(Path.of(name + ".yaml")) ? "; the file here is " + name + ".yaml" : Files.exists(Path.of(name)) ? "; the file here is ./" + name : "";
    }

    private static String shown(String model) {
        return isShipped(model) ? model + ".yaml" : model;
    }

    private static String text(String model) {
        if (isShipped(model)) {
            requireShipped(model);
            return ShippedFiles.text(shown(model));
        }
        try {
            return FileText.of(Path.of(model), model);
        } catch (InvalidPathException e) {
            throw ModelFileException.at(Source.of(NameRules.shortened(model)), "expected a model file, found no valid path");
        }
    }

    /**
     * Reads a model file.
     *
     * @param file the file; messages show it as given
     * @param overrides parameter name to expression, in place of what the file says
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value and place
     */
    public static Model read(Path file, Map<String, String> overrides) {
        return read(file.toString(), FileText.of(file, file.toString()), overrides, Map.of(), TableFiles.besides(file));
    }

    /**
     * Reads a model that ships.
     *
     * @param name one of {@link #shippedModels}
     * @param overrides parameter name to expression, in place of what the file says
     * @throws ModelFileException if there is no such model or an override breaks a rule; one line
     */
    public static Model readShipped(String name, Map<String, String> overrides) {
        requireShipped(name);
        return read(name + ".yaml", ShippedFiles.text(name + ".yaml"), overrides, Map.of(), TableFiles.none());
    }

    private static boolean isShipped(String model) {
        return !model.endsWith(".yaml") && !model.contains("/");
    }

    private static void requireShipped(String name) {
        List<String> names = ShippedFiles.names();
        if (!names.contains(name)) {
            throw ModelFileException.at(Source.of("models that ship"), "unknown model '" + NameRules.shortened(name) + "'"
                    + NameRules.suggestion(name, names) + (name.contains(".") ? "; a file ends in .yaml or holds a /" : fileOf(name)));
        }
    }

    /**
     * Says the place of an error that was found when the model was put to use.
     *
     * @param model what {@link #read(String, Map)} was given
     * @param error an error without a place
     * @return the error with file, line and column of its key, or of the nearest part around it; the error itself where it has no key
     */
    public static ModelException placed(String model, ModelException error) {
        if (error.key().isEmpty()) {
            return error;
        }
        return placed(YamlDocument.parse(shown(model), text(model)), error);
    }

    private static ModelException placed(YamlNode.Mapping file, ModelException error) {
        YamlNode node = file;
        for (String name : error.key().split("\\.")) {
            if (!(node instanceof YamlNode.Mapping mapping)) {
                break;
            }
            // a member of an entry with 'each' has the entry's name and its index
            Optional<YamlNode> next = mapping.optional(name).or(() -> mapping.optional(name.replaceFirst("_[0-9]+$", "")));
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return node.error(error.getMessage()).as(error.reason());
    }

    /** The models with a space that ship, ordered by name. */
    public static List<ShippedModel> shippedModels() {
        return shipped(file -> file.entry(ModesReader.KEY).isEmpty());
    }

    /** The models of boson modes that ship, ordered by name. */
    public static List<ShippedModel> shippedModelsOfModes() {
        return shipped(file -> file.entry(ModesReader.KEY).isPresent());
    }

    private static List<ShippedModel> shipped(Predicate<YamlNode.Mapping> kind) {
        List<ShippedModel> models = new ArrayList<>();
        for (String name : ShippedFiles.names()) {
            YamlNode.Mapping file = YamlDocument.parse(name + ".yaml", ShippedFiles.text(name + ".yaml"));
            if (kind.test(file)) {
                models.add(new ShippedModel(name, title(file)));
            }
        }
        return List.copyOf(models);
    }

    /**
     * Reads a model from text in place of a file.
     *
     * @param text what would stand in the file
     * @param overrides parameter name to expression, in place of what the text says
     * @throws ModelFileException if a rule is broken; one line that says rule, name, value, line and column
     */
    public static Model readText(String text, Map<String, String> overrides) {
        return read("model", FileText.checked(text, "model"), overrides);
    }

    /** Reads what a program says in place of a file, with its matrices and kets. */
    static Model read(YamlNode.Mapping file, Map<String, Meaning> arrays, Map<String, Integer> levelCounts) {
        return new ModelReader(file, Map.of(), levelCounts, arrays, TableFiles.ofProgram()).model();
    }

    /** Reads the text of a model file; {@code shown} is its name in messages. */
    static Model read(String shown, String text, Map<String, String> overrides) {
        return read(shown, text, overrides, Map.of(), TableFiles.ofProgram());
    }

    private static Model read(String shown, String text, Map<String, String> overrides, Map<String, Integer> levelCounts, TableFiles tables) {
        return new ModelReader(YamlDocument.parse(shown, text), overrides, levelCounts, Map.of(), tables).model();
    }

    private Model model() {
        Source source = file.required("hamiltonian").text();
        TimeDependentOperator hamiltonian = energy("hamiltonian", source);
        Optional<TimeDependentOperator> ownEnergy = file.optional("energy").map(YamlNode::text).map(s -> energy("energy", s));
        List<TimeDependentOperator> summands = Expression.parse(source).summands(scope.withTime());
        LostDigits.of("hamiltonian", source, summands, time).ifPresent(check::note);
        List<Bath> baths = file.optional("baths")
                .map(n -> new BathReader(scope, new LeftOutHeat(summands, check, new CheckTimes(checked)),
                        new CouplingReader(scope, source, hamiltonian, time, period, check), check, unraveling).read(n.mapping()))
                .orElse(List.of());
        LambShifts shifts = LambShifts.of(baths);
        InitialState initial = new InitialReader(scope, space, source, hamiltonian, check, levelCounts.keySet()).read(file.required("initial"));
        List<Observable> observables = new ObservableReader(scope.withTime(), check).read(section("observables"));
        CountingObservables counting = new CountingReader(scope, time, baths).read(file);
        EnsembleReader.Ensemble ensemble = EnsembleReader.read(scope, section("ensemble"), quantities(baths, counting, shifts.energy(hamiltonian, ownEnergy).isPresent()), new BiasReader(scope, baths), unraveling);
        Model model = period.repeating(new Model(name(file), title(file), scope.parameters(), space, shifts.generator(hamiltonian), shifts.energy(hamiltonian, ownEnergy), baths, initial, time,
                observables, ensemble.unraveling(), ensemble.sampling()).withAbbreviations(scope.abbreviations().described(scope)).withCounting(counting), check);
        Optional<Split> split = new SplitReader(file, scope, check).read(source, hamiltonian);
        Model parted = split.map(model::withSplit).orElse(model);
        Model whole = parted.withCaveats(Stream.of(check.caveats().stream(), Contradictions.of(model).stream(), lostAtStart(initial)).flatMap(s -> s).toList());
        return whole.isMeasured() ? measured(whole) : whole;
    }

    private Stream<Caveat> lostAtStart(InitialState initial) {
        return initial.losses().stream().filter(l -> l.lost() >= CutOffs.NEGLIGIBLE).map(l -> new Caveat(Caveat.Kind.CUT_OFF, "the state of "
                + l.subsystem() + " at the start loses " + PhysicsCheck.number(l.lost()) + " of its norm by the cut-off; " + l.sufficientLevels()
                + " levels would hold it"));
    }

    private Model measured(Model model) {
        try {
            return model.measured();
        } catch (ModelException e) {
            throw placed(file, e);
        }
    }

    private TimeDependentOperator energy(String key, Source source) {
        TimeDependentOperator operator = check.energy(key, source, Expression.parse(source).operator(scope.withTime()));
        FermionParity.of(scope).requireEven(key, source, operator);
        return operator;
    }

    /** What {@code until} may name. */
    private List<String> quantities(List<Bath> baths, CountingObservables counting, boolean ownEnergy) {
        List<String> names = new ArrayList<>(List.of(Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED, Quantity.HEAT_DRIFT, Quantity.HEAT_JUMP,
                Quantity.HEAT_QUANTUM, Quantity.ENERGY_CHANGE));
        if (baths.stream().flatMap(b -> b.origin().stream()).anyMatch(o -> o.equation() == MasterEquationKind.FLOQUET)) {
            names.add(Quantity.WORK_FLOQUET);
        }
        baths.forEach(b -> names.addAll(List.of(Quantity.heat(b), Quantity.heatCounted(b))));
        if (baths.stream().anyMatch(Bath::hasParticles)) {
            names.add(Quantity.WORK_CHEMICAL);
        }
        baths.stream().filter(Bath::hasParticles).forEach(b -> names.add(Quantity.particles(b)));
        counting.counts().forEach(c -> names.add(Quantity.count(c)));
        if (ownEnergy) {
            names.add(Quantity.HEAT_UNITARY);
        }
        return names;
    }

    private YamlNode.Mapping section(String key) {
        return section(file, key);
    }

    private static YamlNode.Mapping section(YamlNode.Mapping file, String key) {
        return file.optional(key).map(YamlNode::mapping).orElseGet(() -> new YamlNode.Mapping(file.place(), Map.of()));
    }

    private static void requireVersion(YamlNode.Mapping file) {
        YamlNode version = file.required("unravel");
        if (!version.text().text().equals("1")) {
            throw version.error("expected format version 'unravel: 1', found '" + NameRules.shortened(version.text().text()) + "'");
        }
    }

    private static String name(YamlNode.Mapping file) {
        YamlNode node = file.required("name");
        String name = node.text().text();
        if (!NameRules.isModelName(name)) {
            throw node.error("expected a name of small letters, digits and -, at most 100 long, found '" + NameRules.shortened(name) + "'");
        }
        return name;
    }

    private static String title(YamlNode.Mapping file) {
        return file.optional("title").map(n -> NameRules.oneLine(n.text().text())).orElse("");
    }
}
