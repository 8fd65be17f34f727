package eventflux.core;

import eventflux.api.Explanation;
import eventflux.api.Explanation.Section;
import eventflux.api.TimeSource;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.core.analyze.Analysis;
import eventflux.core.analyze.Analyzer;
import eventflux.core.analyze.problem.NameSuggestion;
import eventflux.core.analyze.window.ConditionReader;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.compile.Extensions;
import eventflux.core.compile.PipelineCompiler;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.FailureOutlets;
import eventflux.core.operator.Pipeline;
import eventflux.core.plan.Plan;
import eventflux.core.plan.PlanPrinter;
import eventflux.core.plan.Planner;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedPrinter;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes a text through the stages that need no memory and no threads: parse, analyse, plan. Safe for many threads. */
final class Texts {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.position().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

    private final QueryParser parser;
    private final ExtensionCatalog catalog;
    private final MissingExtensions missing;
    private final Supplier<List<ConfiguredSetting>> configuration;

    Texts(
            QueryParser parser,
            ExtensionCatalog catalog,
            MissingExtensions missing,
            Supplier<List<ConfiguredSetting>> configuration) {
        this.parser = parser;
        this.missing = missing;
        this.catalog = catalog;
        this.configuration = configuration;
    }

    /** What is known of a text with the extensions that are there now. */
    Blueprint read(String defaultName, String text) {
        CatalogSnapshot extensions = catalog.snapshot();
        List<ConfiguredSetting> settings = configuration.get();
        ParseResult parsed = parser.parse(text, name -> value(name, settings));
        Analysis analysis = new Analyzer(extensions, settings, parser).analyze(parsed, defaultName);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(analysis.problems());
        problems.sort(BY_PLACE);
        Optional<ResolvedApp> app = analysis.app();
        Set<ExtensionRef> used =
                app.map(UsedExtensions::of).orElseGet(() -> MissingExtensions.meant(analysis.missing()));
        Reach reach = new Reach(used, app.filter(ResolvedApp::readsConditions).isPresent());
        CatalogSnapshot reached = extensions.admittedBy(analysis.requires()).only(reach.in(extensions));
        return new Blueprint(
                analysis.name(),
                text,
                app,
                app.map(Planner::plan),
                reached,
                new ConditionReader(
                        parser, reached, app.map(ResolvedApp::scripts).orElse(List.of())),
                missing.explain(problems, extensions, analysis.requires()),
                List.copyOf(analysis.missing()),
                parsed.isValid() && analysis.isWaiting(),
                reach,
                analysis.requires());
    }

    /** Problems of a text, those of missing extensions with what is known of them now. */
    List<Problem> explained(List<Problem> problems, Blueprint blueprint) {
        return missing.explain(problems, catalog.snapshot(), blueprint.requires());
    }

    /** What a text needs of bundles; nothing when it has mistakes. */
    ExtensionNeeds needs(String text) {
        Blueprint blueprint = read("needing", text);
        if (!blueprint.isComplete() && !blueprint.waits()) {
            return ExtensionNeeds.NOTHING;
        }
        Collection<ExtensionRef> needed =
                blueprint.isComplete() ? blueprint.reach().named() : blueprint.missing();
        List<ExtensionName> names = needed.stream()
                .map(ref -> new ExtensionName(ref.kind(), ref.name()))
                .sorted(Comparator.comparing(ExtensionName::toString))
                .toList();
        return new ExtensionNeeds(names, MissingExtensions.versions(blueprint.requires()));
    }

    private static Optional<String> value(String name, List<ConfiguredSetting> settings) {
        return settings.stream()
                .filter(setting -> setting.key().equals(name))
                .map(ConfiguredSetting::value)
                .findFirst();
    }

    /** The settings of a text's sources and sinks. */
    List<ConfiguredSetting> configuration(String text) {
        Blueprint blueprint = read("configured", text);
        blueprint.requireComplete();
        return EndpointSettings.of(blueprint.app().orElseThrow());
    }

    /** A query on demand, read against an application; throws all its problems. */
    OnDemand onDemand(String text, Blueprint blueprint, ResolvedApp app) {
        return OnDemand.read(parser, text, catalog.snapshot().admittedBy(blueprint.requires()), app);
    }

    /** Which of the extensions that a text uses are no longer what they were when it was read. */
    Set<ExtensionRef> outdated(Blueprint blueprint) {
        CatalogSnapshot present = catalog.snapshot().admittedBy(blueprint.requires());
        Set<ExtensionRef> reached = blueprint.reach().in(present);
        reached.addAll(blueprint.reach().in(blueprint.catalog()));
        return present.differing(reached, blueprint.catalog());
    }

    /** Every stage of a text. */
    Explanation explain(String text, ExpressionCompiler code, TimeSource time) {
        List<ConfiguredSetting> settings = configuration.get();
        ParseResult parsed = parser.parse(text, name -> value(name, settings));
        if (!parsed.isValid()) {
            throw new EventFluxException(parsed.problems());
        }
        Blueprint blueprint = read("explained", text);
        blueprint.requireComplete();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("syntax tree", Outline.of(parsed.application().toString())));
        sections.add(
                new Section("resolved", ResolvedPrinter.print(blueprint.app().orElseThrow())));
        Plan plan = blueprint.plan().orElseThrow();
        sections.add(new Section("plan", PlanPrinter.print(plan)));
        sections.add(
                new Section("pipeline", pipeline(blueprint, plan, code, time).describe()));
        return new Explanation(sections);
    }

    /** What extensions have against a text that is right otherwise: windows, aggregators and stores are made to hear it. */
    static List<Problem> refusals(Blueprint blueprint, ExpressionCompiler code, TimeSource time) {
        try {
            blueprint.plan().ifPresent(plan -> pipeline(blueprint, plan, code, time));
            return List.of();
        } catch (EventFluxException e) {
            return e.problems();
        }
    }

    // A pipeline that is only looked at: nothing flows, so nothing fails.
    private static Pipeline pipeline(Blueprint blueprint, Plan plan, ExpressionCompiler code, TimeSource time) {
        Extensions extensions = new Extensions(blueprint.name(), blueprint.catalog());
        FailureLog nothing = new FailureLog(blueprint.name(), System.getLogger("eventflux.explain"));
        Stores stores = new Stores(blueprint.name(), time, nothing);
        return new PipelineCompiler(
                        extensions,
                        blueprint.conditions()::read,
                        code,
                        new SymbolTable(),
                        FailureOutlets.of(nothing),
                        table -> stores.link(table, extensions))
                .compile(plan);
    }

    /** The name that comes near another, if one does. */
    Optional<String> suggest(String name, Collection<String> known) {
        return NameSuggestion.nearest(name, known);
    }
}
