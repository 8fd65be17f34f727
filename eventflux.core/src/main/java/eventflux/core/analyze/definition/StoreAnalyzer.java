package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.Configured;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.RawSetting.Layer;
import eventflux.core.analyze.setting.References;
import eventflux.core.analyze.setting.SettingsCheck;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resolves where the rows of a table or the buckets of an aggregation are: the store extension and its settings. */
public final class StoreAnalyzer {

    private static final Set<String> IN_MEMORY = Set.of("inmemory", "memory");
    private static final Set<String> NAMES_STORE = Set.of("extension", "connector", "type");

    private final CatalogSnapshot extensions;
    private final Configured configured;
    private final References references;
    private final ProblemLog problems;

    /**
     * For the tables of one application.
     *
     * @param configured what the configuration says
     */
    public StoreAnalyzer(CatalogSnapshot extensions, Configured configured, ProblemLog problems) {
        this.extensions = extensions;
        this.configured = configured;
        this.references = new References(configured, problems);
        this.problems = problems;
    }

    /** The store of a table; empty when its rows are in memory, or when that could not be resolved. */
    public Optional<ResolvedStore> analyze(StoreDraft draft, StreamColumns table, Name name) {
        List<RawSetting> settings = settings(draft, name);
        Optional<RawSetting> extension = settings.stream()
                .filter(setting -> NAMES_STORE.contains(key(setting)))
                .max(Comparator.comparing(RawSetting::layer));
        SourcePosition position = draft.position().orElse(name.position());
        draft.annotation().ifPresent(annotation -> checkAnnotation(annotation, extension));
        if (extension.isEmpty() || IN_MEMORY.contains(extension.get().text().toLowerCase(Locale.ROOT))) {
            CacheSettings cache = new CacheSettings(problems);
            settings.stream()
                    .filter(setting -> setting.layer() != Layer.APPLICATION && !NAMES_STORE.contains(key(setting)))
                    .filter(setting -> !cache.take(setting))
                    .forEach(setting -> reportUnknown(setting, draft.owner(), draft.keys()));
            cache.finish().ifPresent(kept -> reportNoEffect(kept, "the rows are in memory"));
            return Optional.empty();
        }
        return find(extension.get()).map(found -> resolve(found, settings, table, draft.keys(), position));
    }

    /** The same store without its cache, which is said to be of no use. */
    public ResolvedStore withoutCache(ResolvedStore store, String reason) {
        store.cache().ifPresent(kept -> reportNoEffect(kept, reason));
        return store.withoutCache();
    }

    private void reportNoEffect(ResolvedStore.Cache cache, String reason) {
        problems.report(AnalysisError.NO_EFFECT, cache.position(), "construct", "the cache", "reason", reason);
    }

    private List<RawSetting> settings(StoreDraft draft, Name table) {
        List<RawSetting> settings = new ArrayList<>(configured.ofTable(table.text(), table.position()));
        settings.removeIf(setting -> setting.layer() == Layer.APPLICATION && NAMES_STORE.contains(key(setting)));
        settings.addAll(draft.settings());
        return references.resolve(settings, "extension");
    }

    private void checkAnnotation(Annotation annotation, Optional<RawSetting> extension) {
        if (extension.isEmpty()) {
            problems.report(AnalysisError.MISSING_SETTING, annotation.position(), "owner", "@Store", "setting", "type");
        }
        for (Annotation nested : annotation.nested()) {
            if (CacheSettings.isCache(nested)) {
                CacheSettings.requireElements(nested, problems);
            } else {
                problems.reportUnsupported("@" + nested.name() + " of a store", nested.position());
            }
        }
    }

    private Optional<ProvidedExtension> find(RawSetting name) {
        Optional<ProvidedExtension> found = extensions.find(ExtensionKind.STORE, name.text());
        if (found.isEmpty()) {
            ExtensionRef missing = new ExtensionRef(ExtensionKind.STORE, name.text());
            problems.reportMissing(missing, name.position(), extensions.names(ExtensionKind.STORE));
        }
        return found;
    }

    private ResolvedStore resolve(
            ProvidedExtension extension,
            List<RawSetting> settings,
            StreamColumns table,
            List<String> keys,
            SourcePosition position) {
        SettingsCheck check = new SettingsCheck(extension.descriptor(), table, problems);
        CacheSettings cache = new CacheSettings(problems);
        boolean waits = false;
        for (RawSetting setting : settings) {
            if (setting.layer() == Layer.APPLICATION && !check.hasPrefix(setting)
                    || NAMES_STORE.contains(key(setting))) {
                continue;
            }
            if (key(setting).equals("on.error")) {
                waits = waits(setting);
            } else if (!check.take(setting) && !cache.take(setting) && setting.layer() != Layer.APPLICATION) {
                List<String> known = new ArrayList<>(keys);
                known.addAll(check.spellings());
                reportUnknown(setting, check.owner(), known);
            }
        }
        return new ResolvedStore(extension.ref(), check.finish(position), waits, cache.finish(), position);
    }

    private boolean waits(RawSetting setting) {
        boolean waits = setting.text().equalsIgnoreCase("WAIT");
        if (!waits && !setting.text().equalsIgnoreCase("LOG")) {
            problems.reportUnsupported("on.error='" + setting.text() + "' of a store", setting.position());
        }
        return waits;
    }

    private static String key(RawSetting setting) {
        return setting.key().toLowerCase(Locale.ROOT);
    }

    private void reportUnknown(RawSetting setting, String owner, List<String> names) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner, "setting", setting.key()),
                setting.position(),
                setting.key(),
                names);
    }
}
