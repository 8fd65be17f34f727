package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.NameSuggestion;
import eventflux.core.analyze.problem.ParameterText;
import eventflux.core.analyze.setting.CheckedSettings;
import eventflux.core.catalog.ParameterValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks what the configuration says to a store of the engine's own against the store's description. */
final class StoreSettings {

    private final ExtensionDescriptor store;
    private final String prefix;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> origins = new HashMap<>();

    StoreSettings(ExtensionDescriptor store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /**
     * The settings with the defaults filled in.
     *
     * @param given by their names behind the prefix, such as {@code persistence.}
     * @param ours what the engine has taken for itself
     */
    Settings check(Map<String, ConfiguredSetting> given, Set<String> ours) {
        for (ParameterDescriptor parameter : store.parameters()) {
            if (!parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), parameter.defaultValue());
            }
        }
        given.forEach((name, setting) -> {
            if (!ours.contains(name)) {
                take(name, setting, ours);
            }
        });
        for (ParameterDescriptor parameter : store.parameters()) {
            if (!parameter.optional() && !values.containsKey(parameter.name())) {
                problems.add(
                        Problem.of(AnalysisError.MISSING_SETTING, "owner", owner(), "setting", key(parameter.name())));
            }
        }
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        return new CheckedSettings(values, origins, Map.of());
    }

    private void take(String name, ConfiguredSetting setting, Set<String> ours) {
        Optional<ParameterDescriptor> parameter = store.parameters().stream()
                .filter(known -> known.name().equals(name) || known.aliases().contains(name))
                .findFirst();
        if (parameter.isEmpty()) {
            problems.add(unknown(name, ours));
            return;
        }
        if (ParameterValues.read(setting.value(), parameter.get()).isEmpty()) {
            problems.add(Problem.of(
                    AnalysisError.WRONG_SETTING,
                    "setting",
                    setting.key(),
                    "types",
                    ParameterText.of(parameter.get()),
                    "value",
                    setting.value()));
        }
        values.put(parameter.get().name(), setting.value());
        origins.put(parameter.get().name(), setting.origin());
    }

    private Problem unknown(String name, Set<String> ours) {
        Set<String> known = new TreeSet<>(ours);
        store.parameters().forEach(parameter -> known.add(parameter.name()));
        Problem problem = Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner(), "setting", key(name));
        return NameSuggestion.nearest(name, known).map(problem::suggesting).orElse(problem);
    }

    private String owner() {
        return store.kind().label() + " " + store.qualifiedName();
    }

    private String key(String name) {
        return prefix + name;
    }
}
