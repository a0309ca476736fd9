package org.unravel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who may use whom: a package uses only packages above it in {@link #LAYERS}, and the outside world has one door for each purpose. */
class ArchitectureTest {

    /** From the top to the bottom. A package that does not exist yet breaks no rule. */
    private static final List<String> LAYERS = List.of("numeric", "statistics", "model", "bath", "modelfile", "exact", "trajectory",
            "engine", "ensemble", "composite", "effective", "firstlaw", "modes", "validation", "output", "figure", "report", "print", "records", "run", "reproduction", "spark", "cli");

    private static final String ROOT = "org.unravel.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.unravel");

    /** All numeric classes that the exact side may use: data, eigenvectors and what tells numbers apart, nothing that moves a state in time. */
    private static final String SHARED_NUMERICS = ".*\\.(SparseMatrix|SparseMatrixBuilder|HermitianEigen|Rounding)([$].*)?";

    /** The wings of the engine layer, each a package of its own, from the top to the bottom. A wing uses only wings above it; the layer itself, below all of them, is the way in. */
    private static final List<String> WINGS = List.of("sector", "drive", "energy", "jump", "lane", "taylor", "forecast", "grid", "sparse", "renewal", "ladder", "martingale");

    /** Wings that know nothing of each other: an engine can be taken out with its line in the list of engines. */
    private static final List<String> ENGINES = List.of("grid", "sparse", "renewal", "ladder", "martingale");

    private static final String DOOR = ROOT + "engine";

    static Stream<String> wings() {
        return WINGS.stream();
    }

    private static String[] packages(Collection<String> wings) {
        return wings.stream().map(w -> inside("engine." + w)).toArray(String[]::new);
    }

    private static ArchRule usesNone(String wing, Collection<String> others) {
        return noClasses().that().resideInAPackage(inside("engine." + wing)).should().dependOnClassesThat().resideInAnyPackage(packages(others));
    }

    @ParameterizedTest
    @MethodSource("wings")
    void wingUsesOnlyWingsAboveIt(String wing) {
        List<String> forbidden = wings().dropWhile(w -> !w.equals(wing)).skip(1).collect(Collectors.toCollection(ArrayList::new));
        if (ENGINES.contains(wing)) {
            ENGINES.stream().filter(w -> !w.equals(wing) && !forbidden.contains(w)).forEach(forbidden::add);
        }
        usesNone(wing, forbidden).allowEmptyShould(false).check(CLASSES);
    }

    private static ArchRule noneUsesTheDoor(DescribedPredicate<JavaClass> classes) {
        return noClasses().that(classes).should().dependOnClassesThat().resideInAPackage(DOOR);
    }

    @Test
    void noWingUsesTheChoiceAmongEngines() {
        noneUsesTheDoor(resideInAnyPackage(packages(WINGS))).check(CLASSES);
    }

    private static ArchRule isInAWing(Collection<String> wings) {
        return noClasses().that().resideInAPackage(inside("engine")).and().resideOutsideOfPackage(DOOR).should().resideOutsideOfPackages(packages(wings));
    }

    @Test
    void everyPackageOfTheEngineLayerIsAWing() {
        isInAWing(WINGS).check(CLASSES);
    }

    private static ArchRule looksIntoNoWing(DescribedPredicate<JavaClass> classes) {
        return noClasses().that(classes).should().dependOnClassesThat().resideInAnyPackage(packages(WINGS));
    }

    /** What others need of a wing has its door beside the list of engines. */
    @Test
    void onlyTheEngineLayerLooksIntoItsWings() {
        looksIntoNoWing(DescribedPredicate.not(resideInAPackage(inside("engine")))).check(CLASSES);
    }

    static Stream<String> layers() {
        return LAYERS.stream();
    }

    private static String inside(String layer) {
        return ROOT + layer + "..";
    }

    private static ArchRule usesOnlyLayersAbove(String layer) {
        String[] below = LAYERS.stream().skip(LAYERS.indexOf(layer) + 1L).map(ArchitectureTest::inside).toArray(String[]::new);
        return noClasses().that().resideInAPackage(inside(layer)).should().dependOnClassesThat().resideInAnyPackage(below)
                .allowEmptyShould(true);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void packageUsesOnlyPackagesAboveIt(String layer) {
        usesOnlyLayersAbove(layer).check(CLASSES);
    }

    @Test
    void everyPackageHasALayer() {
        String[] known = Stream.concat(Stream.of("org.unravel"), LAYERS.stream().map(ArchitectureTest::inside)).toArray(String[]::new);
        noClasses().should().resideOutsideOfPackages(known).check(CLASSES);
    }

    @Test
    void packagesFormNoCircles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** The exact side shares operators and the model with what it judges, and what makes two values one; nothing else. */
    @Test
    void exactSharesNoMethodWithTheTrajectorySide() {
        DescribedPredicate<JavaClass> forbidden = resideInAnyPackage(inside("trajectory"), inside("engine"), inside("ensemble"))
                .or(resideInAPackage(inside("numeric")).and(DescribedPredicate.not(nameMatching(SHARED_NUMERICS))));
        noClasses().that().resideInAPackage(inside("exact")).should().dependOnClassesThat(forbidden).check(CLASSES);
    }

    @Test
    void onlyTheCommandLineExitsOrPrints() {
        noClasses().that().resideOutsideOfPackage(inside("cli")).should().callMethod(System.class, "exit", int.class)
                .orShould().accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
    }

    /**
     * The trajectory side must be judged by other solvers than its own: what the exact side takes from the library, no class that both use may take. Quadratic models have no trajectories beside their normal modes, whose
     * residual is checked.
     */
    @Test
    void onlyExactAndModesUseTheLinearAlgebraLibrary() {
        onlyIn(List.of("exact", "modes"), "org.ejml..").check(CLASSES);
    }

    /** Matrices come from one library; of the other one only what EJML has not: integrators, quadrature and polynomials. */
    @Test
    void linearAlgebraComesFromOneLibrary() {
        onlyIn(List.of(), "org.hipparchus.linear..").check(CLASSES);
    }

    @Test
    void onlyExactIntegratesOrdinaryDifferentialEquationsWithTheLibrary() {
        onlyIn(List.of("exact"), "org.hipparchus.ode..").check(CLASSES);
    }

    @Test
    void everyLibraryOfFilesAndFiguresHasOneDoor() {
        onlyIn(List.of("records"), "io.jhdf..").check(CLASSES);
        onlyIn(List.of("print"), "org.jfree..", "org.apache.batik..").check(CLASSES);
    }

    @Test
    void onlyOutputAndTheModelFileUseTheJsonAndYamlLibrary() {
        onlyIn(List.of("output", "report", "modelfile"), "com.fasterxml.jackson..").check(CLASSES);
    }

    @Test
    void onlyOutputWritesJson() {
        noClasses().that().resideOutsideOfPackages(inside("output"), inside("report")).should().dependOnClassesThat()
                .haveNameMatching("com[.]fasterxml[.]jackson[.].*[.](JsonGenerator|ObjectWriter)").check(CLASSES);
    }

    @Test
    void onlySparkUsesSpark() {
        onlyIn(List.of("spark"), "org.apache.spark..").check(CLASSES);
    }

    /** What asks a text what it says; {@code equals} is not among them, as names are compared by it. */
    private static final Set<String> QUESTIONS = Set.of("contains", "startsWith", "endsWith", "matches", "indexOf", "lastIndexOf", "regionMatches", "equalsIgnoreCase",
            "contentEquals");

    /** The model file and the command line read what people write. */
    private static final List<String> READERS = List.of("modelfile", "cli");

    /** What else does: names of files in a folder, of planted errors that somebody asks for, of facts in a table of the engine. */
    private static final String READING = ".*\\.(EarlierRun|PlantedError)";

    /** Reasons are {@link org.unravel.model.Reason}s: where nothing that people wrote is read, no text is asked what it says. */
    @Test
    void noTextDecides() {
        String[] rooms = LAYERS.stream().filter(l -> !READERS.contains(l)).map(ArchitectureTest::inside).toArray(String[]::new);
        asksNoText(resideInAnyPackage(rooms).and(DescribedPredicate.not(nameMatching(READING)))).check(CLASSES);
    }

    private static ArchRule asksNoText(DescribedPredicate<? super JavaClass> of) {
        return noClasses().that(of).should().accessTargetWhere(DescribedPredicate.describe("a text is asked what it says", ArchitectureTest::isQuestion));
    }

    private static boolean isQuestion(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(String.class) && QUESTIONS.contains(access.getTarget().getName());
    }

    /** No method takes the message of an exception and asks a text what it says; the YAML library has no other word for an end that came too early. */
    @Test
    void noMethodReadsAMessageToDecide() {
        readsNoMessage(DescribedPredicate.not(nameMatching(".*\\.YamlDocument"))).check(CLASSES);
    }

    private static ArchRule readsNoMessage(DescribedPredicate<? super JavaClass> of) {
        return codeUnits().that().areDeclaredInClassesThat(of).should(new ArchCondition<>("not ask a text what it says where it takes a message") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean takes = unit.getAccessesFromSelf().stream()
                        .anyMatch(a -> a.getTargetOwner().isAssignableTo(Throwable.class) && a.getTarget().getName().equals("getMessage"));
                boolean asks = unit.getAccessesFromSelf().stream().anyMatch(ArchitectureTest::isQuestion);
                events.add(new SimpleConditionEvent(unit, !(takes && asks), unit.getFullName()));
            }
        });
    }

    private static ArchRule onlyIn(List<String> layers, String... libraries) {
        String[] allowed = layers.stream().map(ArchitectureTest::inside).toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat().resideInAnyPackage(libraries);
    }

    /**
     * The rules can fail: the exact side does use the model, and it uses the integrators; the grid engine uses loops over lanes, the ensemble the choice of an engine,
     * which looks into the wings; not all wings are engines.
     */
    @Test
    void rulesCatchWhatTheyForbid() {
        ArchRule noModel = noClasses().that().resideInAPackage(inside("exact")).should().dependOnClassesThat()
                .resideInAnyPackage(inside("model"));
        assertThrows(AssertionError.class, () -> noModel.check(CLASSES));
        assertThrows(AssertionError.class, () -> onlyIn(List.of("numeric"), "org.hipparchus.ode..").check(CLASSES));
        assertThrows(AssertionError.class, () -> onlyIn(List.of("numeric"), "org.ejml..").check(CLASSES));
        assertThrows(AssertionError.class, () -> onlyIn(List.of(), "org.hipparchus.analysis..").check(CLASSES));
        assertThrows(AssertionError.class, () -> asksNoText(nameMatching(READING)).check(CLASSES));
        assertThrows(AssertionError.class, () -> readsNoMessage(nameMatching(".*\\.YamlDocument")).check(CLASSES));
        assertThrows(AssertionError.class, () -> usesNone("grid", List.of("lane")).check(CLASSES));
        assertThrows(AssertionError.class, () -> noneUsesTheDoor(resideInAPackage(inside("ensemble"))).check(CLASSES));
        assertThrows(AssertionError.class, () -> isInAWing(ENGINES).check(CLASSES));
        assertThrows(AssertionError.class, () -> looksIntoNoWing(resideInAPackage(DOOR)).check(CLASSES));
    }
}
