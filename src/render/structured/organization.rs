//! Who publishes, and the units of the administration (schema.org GovernmentOrganization).

use super::image::Image;
use super::is_silent;
use crate::config::Class;
use crate::newsroom::TermId;
use crate::theme::Scope;
use serde::Serialize;

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename = "GovernmentOrganization", rename_all = "camelCase")]
pub(super) struct Organization {
    #[serde(rename = "@id")]
    #[serde(skip_serializing_if = "is_silent")]
    id: String,
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    legal_name: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    description: String,
    #[serde(skip_serializing_if = "is_silent")]
    logo: Option<Image>,
    #[serde(skip_serializing_if = "is_silent")]
    email: String,
    #[serde(skip_serializing_if = "is_silent")]
    telephone: String,
    #[serde(skip_serializing_if = "is_silent")]
    address: String,
    #[serde(skip_serializing_if = "is_silent")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "is_silent")]
    contact_point: Option<ContactPoint>,
    #[serde(skip_serializing_if = "is_silent")]
    parent_organization: Option<Box<Organization>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ContactPoint", rename_all = "camelCase")]
struct ContactPoint {
    contact_type: &'static str,
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    telephone: String,
    #[serde(skip_serializing_if = "is_silent")]
    email: String,
}

/// The publisher, as it stands beside what it publishes.
pub(super) fn publisher(scope: &Scope) -> Organization {
    let config = scope.config();
    let publisher = &config.publisher;
    let name = if publisher.name.is_empty() { &config.title } else { &publisher.name };
    let url = if publisher.url.is_empty() { config.absolute("/") } else { publisher.url.to_string() };
    Organization {
        id: config.absolute("/#publisher"),
        name: name.to_string(),
        legal_name: publisher.legal_name.to_string(),
        url,
        logo: Image::at(scope, &publisher.logo),
        ..Organization::default()
    }
}

/// The publisher with everything that is known of it.
pub(super) fn whole_publisher(scope: &Scope) -> Organization {
    let config = scope.config();
    let publisher = &config.publisher;
    Organization {
        email: publisher.email.to_string(),
        telephone: publisher.phone.to_string(),
        address: publisher.address.to_string(),
        same_as: config.channels.iter().map(|channel| channel.url.to_string()).collect(),
        ..self::publisher(scope)
    }
}

/// A unit by name and page, as it stands beside an article.
pub(super) fn named_unit(scope: &Scope, id: TermId) -> Organization {
    Organization {
        name: scope.term_name(id).to_owned(),
        url: scope.edition().term_url(id, scope.lang).map(|url| scope.href(url)).unwrap_or_default(),
        ..Organization::default()
    }
}

/// A unit with everything that its page says.
pub(super) fn unit(scope: &Scope, id: TermId) -> Organization {
    let newsroom = &scope.edition().newsroom;
    let Some(document) = newsroom.term(id).nearest_document(scope.lang) else { return named_unit(scope, id) };
    let entry = scope.entry(document);
    let front = &entry.document.front;
    let above = front.parent.as_ref();
    let above = above.and_then(|above| newsroom.find_term(Class::Unit, &above.value));
    let above = above.filter(|above| *above != id);
    let contact = front.contact.as_deref().map(|contact| ContactPoint {
        contact_type: "media relations",
        name: contact.name.to_string(),
        telephone: contact.phone.to_string(),
        email: contact.email.to_string(),
    });
    Organization {
        description: front.summary.to_string(),
        logo: front.photos.first().and_then(|photo| Image::whole(scope, entry, photo)),
        contact_point: contact,
        parent_organization: Some(Box::new(above.map_or_else(|| publisher(scope), |above| named_unit(scope, above)))),
        ..named_unit(scope, id)
    }
}
