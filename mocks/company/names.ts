/** Names to make people of. */

export const givenNames = (
  'Aaron Abigail Adele Aditi Agnes Ahmed Aiko Alan Alba Alice Amara Amir Ana Anders Andrea Angela Anika Anna Anton Arjun Astrid ' +
  'Ayla Beatrice Ben Bianca Boris Brandon Camila Carl Carmen Cecilia Chandra Charles Chloe Christie Clara Colin Daniel Daria ' +
  'David Deepa Diego Dominik Dorothea Edith Elena Eli Emeka Emily Enrico Erik Esther Eva Fatima Felix Fiona Florian Francesca Gabriel ' +
  'George Grady Greta Hana Hannah Hassan Helga Henrietta Henrik Hugo Ibrahim Ines Ingrid Irvin Isaac Isla Ivan Jana Jasmin ' +
  'Javier Joanna Johanna Jonas Joni Julia Kai Karan Karin Katja Kavya Keiko Kenji Lars Laura Leila Lena Leo Lidia Lin Lucas Lukas ' +
  'Lynne Magda Malik Marek Maria Marta Martin Mateo Megan Mei Miguel Mira Miriam Mohan Nadia Naomi Nestor Nikhil Nina Noah Nora ' +
  'Oliver Olga Omar Oscar Patti Paula Pedro Petra Pradeep Priya Rachel Rahul Rania Raul Rebecca Rina Rosa Ruth Samir Sana Sara ' +
  'Sebastian Selma Simon Sofia Stefan Sunita Susanne Tamara Tanvi Thea Theo Tomas Tuan Uma Valeria Vikram Viola Wei Wen Yara Yuki Zara Zoe'
).split(' ');

export const familyNames = (
  'Abara Adler Ahmadi Akhtar Albrecht Almeida Andersson Arora Bauer Becker Bell Bennett Bergman Bianchi Blake Borg Brandt Brooks ' +
  'Castro Chandran Chaudhry Clarke Costa Cruz Dahl Das Desai Dietrich Dubois Ekström Eriksen Farrell Fernandes Fischer Foster Fuchs ' +
  'Garcia Ghosh Graham Grant Gruber Gupta Haas Hansen Hartmann Hassan Hoffmann Holm Hughes Huber Ibarra Iyer Jansen Jensen ' +
  'Joshi Kapoor Keller Khan Kim Klein Kowalski Kramer Krishnan Kumar Lang Larsen Lehmann Lind Lopez Lorenz Madsen Mehta Meier Menon ' +
  'Meyer Moreau Morgan Müller Murphy Nair Nakamura Nguyen Nilsson Novak Nowak Okafor Olsen Ortiz Osei Park Patel Pereira Petrov ' +
  'Pillai Popescu Quinn Rao Reddy Richter Rivera Romero Rossi Ryan Saito Sandberg Santos Sato Schmidt Schneider Schulz Shah Sharma ' +
  'Silva Singh Sommer Sørensen Stein Suzuki Szabo Tanaka Thomas Torres Turner Vance Varga Vega Verma Vogel Wagner Walker Weber ' +
  'Werner Wilber Winter Wolf Wong Wright Yamada Yilmaz Young Zhang Ziegler Zimmermann'
).split(' ');
