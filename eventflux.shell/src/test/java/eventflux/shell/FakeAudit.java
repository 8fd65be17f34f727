package eventflux.shell;

import eventflux.api.deploy.AuditEntry;
import eventflux.api.deploy.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** An audit log in memory. */
final class FakeAudit implements AuditLog {

    final List<AuditEntry> entries = new ArrayList<>();
    String place = "audit.jsonl";

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return entries.subList(Math.max(0, entries.size() - most), entries.size());
    }
}
