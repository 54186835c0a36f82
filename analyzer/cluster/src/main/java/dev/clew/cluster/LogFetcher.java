package dev.clew.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Reads logs of containers into files.
final class LogFetcher {

    private final ApiReader api;
    private final StagingDirectory spool;
    private final Quota quota;

    LogFetcher(ApiReader api, StagingDirectory spool, Quota quota) {
        this.api = api;
        this.spool = spool;
        this.quota = quota;
    }

    Gathered.Request fetch(Read.Log log) {
        String name = log.file();
        if (quota.isUsedUp()) {
            return new Gathered.Request(log.words(), null, new Outcome.Left(quota.reason()));
        }
        long bytes = 0;
        String reason = "";
        try {
            try (InputStream in = api.open(log);
                    OutputStream out = spool.write(name)) {
                byte[] buffer = new byte[64 << 10];
                try {
                    int read = in.read(buffer);
                    while (read >= 0 && reason.isEmpty()) {
                        int kept = (int) Math.min(read, log.bounds().logBytes() - bytes);
                        out.write(buffer, 0, kept);
                        bytes += kept;
                        if (!quota.take(kept)) {
                            reason = quota.reason();
                        } else if (bytes == log.bounds().logBytes()) {
                            reason = "its last lines are more than " + bytes + " bytes";
                        } else {
                            read = in.read(buffer);
                        }
                    }
                } catch (IOException e) {
                    reason = Failures.brief(e);
                }
            }
            if (bytes == 0) {
                spool.remove(name);
            }
        } catch (ApiException e) {
            return new Gathered.Request(log.words(), null, refused(log, e));
        } catch (IOException e) {
            return new Gathered.Request(log.words(), null, new Outcome.Failed(Failures.brief(e)));
        }
        if (bytes == 0 && !reason.isEmpty()) {
            return new Gathered.Request(log.words(), null, new Outcome.Failed(reason));
        }
        return new Gathered.Request(
                log.words(),
                bytes == 0 ? null : name,
                reason.isEmpty() ? new Outcome.Got(0, bytes) : new Outcome.Cut(0, bytes, reason));
    }

    /// A 400 says that the container has not run, or not twice: there is no such log.
    private static Outcome refused(Read.Log log, ApiException e) {
        return e.status() == 400 ? new Outcome.Absent(e.reason()) : Lister.refused(log, e);
    }
}
