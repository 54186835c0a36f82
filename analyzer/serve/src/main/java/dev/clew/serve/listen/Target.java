package dev.clew.serve.listen;

import java.net.URI;

/// Where notifications go.
///
/// @param format what the receiver reads
/// @param address where it listens; it may hold a secret, and is never printed
public record Target(Format format, URI address) {

    /// What receivers read.
    public enum Format {
        /// Alerts as Alertmanager takes them, at `/api/v2/alerts` below the address.
        ALERTMANAGER,
        /// What Alertmanager itself sends to webhooks, version 4.
        WEBHOOK,
        /// A message as the incoming webhooks of Slack, Mattermost and others take it.
        SLACK,
        /// One object of JSON for each incident.
        JSON;

        /// The word of the option.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The format and the host, which tell people which one is meant.
    public String shown() {
        return format.word() + " at " + address.getHost();
    }
}
