package eventflux.core.analyze.setting;

import eventflux.api.config.Settings;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ParameterType;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ParameterText;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.ParameterValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the settings of one extension, checks them one by one, and answers them with the defaults filled in. What the author
 * wrote stands above what the configuration says.
 */
public final class SettingsCheck {

    /** Mappings by column: what stands for the star is a column. */
    private static final String MAPPING = "mapping.*";

    private final ExtensionDescriptor descriptor;
    private final ParameterKeys keys;
    private final StreamColumns stream;
    private final ProblemLog problems;
    private final Map<String, RawSetting> taken = new HashMap<>();

    /**
     * A check for one extension.
     *
     * @param stream the stream that it belongs to
     */
    public SettingsCheck(ExtensionDescriptor descriptor, StreamColumns stream, ProblemLog problems) {
        this.descriptor = descriptor;
        this.stream = stream;
        this.problems = problems;
        keys = new ParameterKeys(descriptor);
    }

    /** Whether a key says by its prefix that it is meant for this extension. */
    public boolean hasPrefix(RawSetting setting) {
        return keys.hasPrefix(setting.key());
    }

    /** Whether the extension has a parameter for a setting. */
    public boolean knows(RawSetting setting) {
        return keys.find(setting.key()).isPresent();
    }

    /** Takes a setting if the extension has a parameter for it, and reports what is wrong with its value. */
    public boolean take(RawSetting setting) {
        Optional<ParameterKeys.Match> match = keys.find(setting.key());
        match.ifPresent(found -> take(setting, found));
        return match.isPresent();
    }

    /** How the author might spell the settings. */
    public List<String> spellings() {
        return keys.spellings();
    }

    /** What messages call the extension. */
    public String owner() {
        return descriptor.kind().label() + " " + descriptor.qualifiedName();
    }

    /** All settings; what is missing is reported at the place of the declaration. */
    public Settings finish(SourcePosition declaration) {
        Map<String, String> values = new HashMap<>();
        for (ParameterDescriptor parameter : descriptor.parameters()) {
            if (!parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), parameter.defaultValue());
            }
            if (!parameter.optional() && !taken.containsKey(parameter.name())) {
                problems.report(
                        AnalysisError.MISSING_SETTING, declaration, "owner", owner(), "setting", parameter.name());
            }
        }
        Map<String, String> origins = new HashMap<>();
        Map<String, SourcePosition> positions = new HashMap<>();
        taken.forEach((name, setting) -> {
            values.put(name, setting.text());
            origins.put(name, setting.origin());
            if (!setting.isConfigured()) {
                positions.put(name, setting.position());
            }
        });
        return new CheckedSettings(values, origins, positions);
    }

    private void take(RawSetting setting, ParameterKeys.Match match) {
        RawSetting earlier = taken.get(match.name());
        if (earlier != null && earlier.layer() == setting.layer()) {
            problems.report(AnalysisError.DUPLICATE_SETTING, setting.position(), "setting", setting.key());
            return;
        }
        if (earlier == null || earlier.layer().compareTo(setting.layer()) < 0) {
            taken.put(match.name(), setting);
            if (!isDynamic(setting, match.parameter())) {
                checkValue(setting, match.parameter());
            }
            match.openPart().ifPresent(part -> checkOpenPart(setting, match.parameter(), part));
        }
    }

    /** Whether the row decides on the value; reports what is wrong about that. */
    private boolean isDynamic(RawSetting setting, ParameterDescriptor parameter) {
        DynamicText text = new DynamicText(setting.text());
        if (parameter.dynamic()) {
            text.unknown(stream.schema()).forEach(column -> reportColumn(setting, column));
            return text.isDynamic();
        }
        boolean isRefused = descriptor.kind() == ExtensionKind.SINK && text.dependsOn(stream.schema());
        if (isRefused) {
            problems.report(
                    AnalysisError.STATIC_SETTING, setting.position(), "setting", setting.key(), "owner", owner());
        }
        return isRefused;
    }

    private void checkValue(RawSetting setting, ParameterDescriptor parameter) {
        boolean isColumn = parameter.types().equals(List.of(ParameterType.COLUMN));
        if (isColumn) {
            checkColumn(setting, setting.text());
        } else if (ParameterValues.read(setting.text(), parameter).isEmpty()) {
            setting.refuse(problems, ParameterText.of(parameter));
        }
    }

    private void checkOpenPart(RawSetting setting, ParameterDescriptor parameter, String part) {
        if (parameter.name().equals(MAPPING)) {
            checkColumn(setting, part);
        }
    }

    private void checkColumn(RawSetting setting, String column) {
        if (stream.schema().indexOf(column) < 0) {
            reportColumn(setting, column);
        }
    }

    private void reportColumn(RawSetting setting, String column) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", stream.name(), "column", column),
                setting.position(),
                column,
                stream.schema().names());
    }
}
