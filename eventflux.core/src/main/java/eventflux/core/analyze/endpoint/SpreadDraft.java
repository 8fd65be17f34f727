package eventflux.core.analyze.endpoint;

import eventflux.core.analyze.setting.RawSetting;
import java.util.List;
import java.util.Objects;

/**
 * Several destinations of one sink, before their analysis.
 *
 * @param strategy the name of the distribution, with its place
 * @param settings of the distribution
 * @param destinations what is particular to each destination
 */
public record SpreadDraft(RawSetting strategy, List<RawSetting> settings, List<List<RawSetting>> destinations) {

    public SpreadDraft {
        Objects.requireNonNull(strategy, "strategy");
        settings = List.copyOf(settings);
        destinations = List.copyOf(destinations);
    }
}
