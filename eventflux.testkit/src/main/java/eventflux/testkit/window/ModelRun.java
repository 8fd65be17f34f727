package eventflux.testkit.window;

import eventflux.testkit.row.RowScript;
import java.util.List;
import java.util.function.Supplier;

/** A model at work on a script of one key. */
final class ModelRun {

    private ModelRun() {}

    static List<Step> of(Supplier<WindowModel> newModel, RowScript script) {
        WindowModel model = newModel.get();
        Recorder recorder = new Recorder(row -> {}, () -> {});
        long now = script.arrivals().get(0).at();
        for (RowScript.Arrival arrival : script.arrivals()) {
            advance(model, recorder, now, arrival.at());
            now = arrival.at();
            recorder.beginCall(arrival.key(), now);
            model.onRow(arrival.row(), now, recorder);
            recorder.endStep();
            if (arrival.endsRun()) {
                recorder.beginCall(arrival.key(), now);
                model.onRunEnd(recorder);
                recorder.endStep();
            }
        }
        advance(model, recorder, now, script.end());
        return recorder.steps();
    }

    private static void advance(WindowModel model, Recorder recorder, long from, long to) {
        for (long time = from + 1; time <= to; time++) {
            recorder.beginCall(RowScript.FIRST_KEY, time);
            model.onMillisecond(time, recorder);
            recorder.endStep();
        }
    }
}
