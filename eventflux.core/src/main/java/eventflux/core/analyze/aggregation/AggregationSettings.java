package eventflux.core.analyze.aggregation;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.definition.StoreDraft;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.analyze.setting.ZoneName;
import eventflux.core.catalog.DurationText;
import eventflux.core.catalog.PeriodText;
import eventflux.core.resolved.ResolvedAggregation.Purge;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What annotations and settings say about an aggregation: how long it keeps buckets, and whose calendar it goes by. */
public final class AggregationSettings {

    private static final List<String> ANNOTATIONS =
            List.of("purge", "timeZone", "store", "info", "PartitionById", "persistedAggregation");
    private static final List<String> PURGE = List.of("enable", "interval");
    private static final List<String> SETTINGS = List.of(
            "extension",
            "on.error",
            "time.zone",
            "purge.enable",
            "purge.interval",
            "partition.by.id",
            "read.only",
            "retention.second",
            "retention.day");
    private static final List<String> SWITCH = List.of("enable");
    private static final List<String> PERSISTED = List.of("enable", "is.read.only");
    private static final String RETENTION = "retention.";
    private static final Pattern CALENDAR = Pattern.compile("\\s*(\\d{1,4})\\s*(months?|years?)\\s*");
    private static final long DAY_MILLIS = 86_400_000;
    private static final long DEFAULT_INTERVAL_MILLIS = 900_000;
    private static final Map<ChronoUnit, Long> DEFAULT_RETENTION = Map.of(
            ChronoUnit.SECONDS, 120_000L,
            ChronoUnit.MINUTES, DAY_MILLIS,
            ChronoUnit.HOURS, 30 * DAY_MILLIS,
            ChronoUnit.DAYS, 365 * DAY_MILLIS,
            ChronoUnit.WEEKS, 365 * DAY_MILLIS);

    private final ProblemLog problems;
    private final List<ChronoUnit> periods;
    private final Map<ChronoUnit, OptionalLong> retention = new EnumMap<>(ChronoUnit.class);
    private boolean isPurged = true;
    private long intervalMillis = DEFAULT_INTERVAL_MILLIS;
    private final StoreDraft store = new StoreDraft("an aggregation", SETTINGS);
    private Optional<Shared> shared = Optional.empty();
    private Optional<SourcePosition> readOnly = Optional.empty();
    private ZoneId zone;

    private AggregationSettings(List<ChronoUnit> periods, ZoneId usualZone, ProblemLog problems) {
        this.periods = periods;
        this.zone = usualZone;
        this.problems = problems;
        periods.forEach(period -> retention.put(
                period,
                Optional.ofNullable(DEFAULT_RETENTION.get(period))
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty())));
    }

    /**
     * Whether several nodes write an aggregation.
     *
     * @param isWanted that they do
     * @param position where the text says so
     */
    record Shared(boolean isWanted, SourcePosition position) {}

    static AggregationSettings read(
            AggregationDefinition definition, List<ChronoUnit> periods, ZoneId usualZone, ProblemLog problems) {
        AggregationSettings settings = new AggregationSettings(periods, usualZone, problems);
        definition.annotations().forEach(settings::take);
        RawSetting.written(definition.settings()).forEach(settings::take);
        return settings;
    }

    /** Whose calendar it goes by. */
    ZoneId zone() {
        return zone;
    }

    /** Where buckets are written. */
    StoreDraft store() {
        return store;
    }

    /** Whether several nodes write it, if it says so. */
    Optional<Shared> shared() {
        return shared;
    }

    /** Where it says that other nodes write it and this one does not. */
    Optional<SourcePosition> readOnly() {
        return readOnly;
    }

    /** When buckets are forgotten; empty when all of them stay. */
    Optional<Purge> purge() {
        List<OptionalLong> keep = periods.stream().map(retention::get).toList();
        return isPurged && keep.stream().anyMatch(OptionalLong::isPresent)
                ? Optional.of(new Purge(intervalMillis, keep))
                : Optional.empty();
    }

    private void take(Annotation annotation) {
        switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
            case "purge" -> takePurge(annotation);
            case "timezone" ->
                annotation.elements().stream()
                        .findFirst()
                        .ifPresent(element -> takeZone(element.text(), element.position()));
            case "store" -> store.take(annotation);
            case "partitionbyid" -> takePartitionById(annotation);
            case "persistedaggregation" -> takePersisted(annotation);
            case "buffersize", "ignoreeventsolderthanbuffer" ->
                problems.report(
                        AnalysisError.NO_EFFECT_YET, annotation.position(), "construct", "@" + annotation.name());
            case "info" -> {} // describes it to people
            default -> problems.reportUnknownAnnotation("@", annotation, ANNOTATIONS);
        }
    }

    private void takePurge(Annotation annotation) {
        for (Setting element : annotation.elements()) {
            String key = element.key().map(Name::text).orElse("").toLowerCase(Locale.ROOT);
            switch (key) {
                case "enable" -> takeEnable(element.text(), element.position());
                case "interval" -> takeInterval(element.text(), element.position());
                default -> reportUnknown("@purge", key, PURGE, element.position());
            }
        }
        for (Annotation nested : annotation.nested()) {
            if (nested.name().isSameWord("retentionPeriod")) {
                nested.elements()
                        .forEach(element -> takeRetention(
                                element.key().map(Name::text).orElse(""), element.text(), element.position()));
            } else {
                problems.reportUnknownAnnotation("@", nested, List.of("retentionPeriod"));
            }
        }
    }

    private void take(RawSetting setting) {
        String key = setting.key().toLowerCase(Locale.ROOT);
        switch (key) {
            case "time.zone", "timezone" -> takeZone(setting.text(), setting.position());
            case "purge.enable" -> takeEnable(setting.text(), setting.position());
            case "purge.interval" -> takeInterval(setting.text(), setting.position());
            case "partition.by.id" -> share(setting.text(), setting.position());
            case "read.only" ->
                readOnly = Optional.of(setting.position()).filter(at -> isTrue(key, setting.text(), at));
            default -> {
                if (key.startsWith(RETENTION)) {
                    takeRetention(key.substring(RETENTION.length()), setting.text(), setting.position());
                } else {
                    store.take(setting);
                }
            }
        }
    }

    private void takePartitionById(Annotation annotation) {
        share("true", annotation.position());
        for (Setting element : annotation.elements()) {
            if (isKnown(element, "@PartitionById", SWITCH)) {
                share(element.text(), element.position());
            }
        }
    }

    private void share(String text, SourcePosition position) {
        shared = Optional.of(new Shared(isTrue("enable", text, position), position));
    }

    private void takePersisted(Annotation annotation) {
        boolean isEnabled = true;
        for (Setting element : annotation.elements()) {
            if (isKnown(element, "@persistedAggregation", PERSISTED)) {
                boolean isTrue = isTrue(key(element), element.text(), element.position());
                if (key(element).equals("enable")) {
                    isEnabled = isTrue;
                } else if (isTrue) {
                    readOnly = Optional.of(element.position());
                }
            }
        }
        if (isEnabled && readOnly.isEmpty()) {
            problems.report(
                    AnalysisError.NO_EFFECT,
                    annotation.position(),
                    "construct",
                    "@" + annotation.name(),
                    "reason",
                    "the buckets of all periods lie in the store anyway");
        }
    }

    private boolean isKnown(Setting element, String owner, List<String> keys) {
        boolean isKnown = keys.contains(key(element));
        if (!isKnown) {
            reportUnknown(owner, key(element), keys, element.position());
        }
        return isKnown;
    }

    private static String key(Setting element) {
        return element.key().map(Name::text).orElse("enable").toLowerCase(Locale.ROOT);
    }

    private void takeZone(String name, SourcePosition position) {
        zone = ZoneName.read(name, position, problems).orElse(zone);
    }

    private void takeEnable(String text, SourcePosition position) {
        isPurged = isTrue("enable", text, position);
    }

    private boolean isTrue(String setting, String text, SourcePosition position) {
        boolean isTrue = !text.equalsIgnoreCase("false");
        if (isTrue && !text.equalsIgnoreCase("true")) {
            reportWrong(setting, "true or false", text, position);
        }
        return isTrue;
    }

    private void takeInterval(String text, SourcePosition position) {
        OptionalLong millis = DurationText.millis(text);
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            reportWrong("interval", "a duration", text, position);
        }
        intervalMillis = millis.orElse(intervalMillis);
    }

    private void takeRetention(String period, String text, SourcePosition position) {
        Optional<ChronoUnit> unit = PeriodText.unit(period);
        if (unit.isEmpty() || !periods.contains(unit.get())) {
            List<String> names = periods.stream().map(PeriodText::name).toList();
            reportUnknown("the retention of this aggregation", period, names, position);
            return;
        }
        if (text.strip().equalsIgnoreCase("all")) {
            retention.put(unit.get(), OptionalLong.empty());
            return;
        }
        OptionalLong millis = millis(text);
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            reportWrong(period, "a duration or 'all'", text, position);
        }
        retention.put(unit.get(), millis);
    }

    // The longest month and year: what is kept longer than asked for does no harm.
    private static OptionalLong millis(String text) {
        Matcher calendar = CALENDAR.matcher(text.toLowerCase(Locale.ROOT));
        if (!calendar.matches()) {
            return DurationText.millis(text);
        }
        long days = calendar.group(2).startsWith("month") ? 31 : 366;
        return OptionalLong.of(Long.parseLong(calendar.group(1)) * days * DAY_MILLIS);
    }

    private void reportUnknown(String owner, String setting, List<String> known, SourcePosition position) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner, "setting", setting),
                position,
                setting,
                known);
    }

    private void reportWrong(String setting, String types, String text, SourcePosition position) {
        problems.report(AnalysisError.WRONG_SETTING, position, "setting", setting, "types", types, "value", text);
    }
}
