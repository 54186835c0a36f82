package dev.clew.model;

import java.util.Map;
import java.util.Optional;

/// What the input tells of the cluster it comes from. Keys are those of [Software] for versions,
/// and names such as `routing-mode`, `ipam`, `pod-cidr`, `kube-proxy-replacement`, `nodes` for the
/// rest.
///
/// @param facts each as the input spells it; what is unknown has no entry
public record Environment(Map<String, String> facts) {

    /// Nothing known.
    public static final Environment UNKNOWN = new Environment(Map.of());

    public Environment {
        facts = Map.copyOf(facts);
    }

    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    public Optional<Version> version(Software software) {
        return fact(software.word()).flatMap(Version::of);
    }
}
